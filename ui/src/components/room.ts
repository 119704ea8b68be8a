/** Tells how wide an element is in rem, now and whenever its size or the text's changes. */
export function watchRoom(tell: (rem: number) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const root = document.documentElement;
    const measure = () => {
      tell(element.clientWidth / Number.parseFloat(getComputedStyle(root).fontSize));
    };
    const widths = new ResizeObserver(measure);
    widths.observe(element);
    const sizes = new MutationObserver(measure);
    sizes.observe(root, { attributes: true, attributeFilter: ["style"] });
    measure();
    return () => {
      widths.disconnect();
      sizes.disconnect();
    };
  };
}
