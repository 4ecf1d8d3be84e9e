// Pictures become data in the bundle.
declare module "*.webp" {
  const url: string;
  export default url;
}
