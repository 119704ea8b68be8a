export type EditionText = {
  headline: string;
  lead: string;
  body: string;
  variants: Record<string, string>;
};
