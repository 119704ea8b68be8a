export type FindingCode =
  | "not_approved"
  | "behind"
  | "details_changed"
  | "embargo"
  | "withdrawn"
  | "empty_headline"
  | "empty_lead"
  | "missing_media"
  | "unusable_media"
  | "empty_image_slot"
  | "missing_alt"
  | "missing_caption"
  | "missing_credit";
