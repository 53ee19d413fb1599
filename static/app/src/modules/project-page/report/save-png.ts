/**
 * The slide as a picture of 2246 by 1588 pixels, which is A4 landscape at 192 dpi.
 */
import { toBlob } from 'html-to-image';

/** What the slide is styled with. Copying all four hundred properties of each element takes ten times as long. */
const COPIED = [
  ...['display', 'position', 'inset', 'top', 'right', 'bottom', 'left', 'z-index', 'box-sizing', 'zoom', 'opacity'],
  ...['width', 'height', 'min-width', 'min-height', 'max-width', 'margin', 'padding', 'overflow', 'transform'],
  ...['grid-template-columns', 'grid-template-rows', 'grid-auto-flow', 'grid-auto-columns', 'grid-column', 'gap'],
  ...['flex', 'flex-direction', 'flex-wrap', 'align-items', 'align-self', 'justify-content', 'place-items', 'order'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'line-height', 'letter-spacing', 'color', 'content'],
  ...[
    'text-align',
    'text-decoration',
    'text-overflow',
    'text-wrap',
    'white-space',
    'overflow-wrap',
    'vertical-align',
    'text-rendering',
  ],
  ...['background-color', 'background-image', 'border-radius', 'box-shadow', 'list-style', 'clip-path'],
  ...['border-top', 'border-right', 'border-bottom', 'border-left'],
  ...['-webkit-line-clamp', '-webkit-box-orient', 'counter-reset', 'counter-increment', 'fill', 'stroke'],
] as const;

const WIDTH = 1123;
const HEIGHT = 794;

/** Marks what belongs on the screen only. */
const SCREEN_ONLY = 'data-screen-only';

/**
 * Draws the paper and hands it to the browser as a download.
 * @param sheet what the paper lies on; it is as wide as paper for the moment.
 * @throws Error when the browser draws nothing.
 */
export async function savePng(sheet: HTMLElement, paper: HTMLElement, fileName: string): Promise<void> {
  sheet.dataset['drawing'] = '';
  const restore = withOwnStyles(paper.querySelectorAll<SVGElement>('svg *'));
  let picture: Blob | null;
  try {
    picture = await toBlob(paper, {
      width: WIDTH,
      height: HEIGHT,
      pixelRatio: 2,
      // The page has no fonts of its own; looking for them would read every style sheet again.
      skipFonts: true,
      includeStyleProperties: [...COPIED],
      style: { margin: '0', boxShadow: 'none' },
      filter: (node) => !(node instanceof Element && node.hasAttribute(SCREEN_ONLY)),
    });
  } finally {
    restore();
    delete sheet.dataset['drawing'];
  }
  if (picture === null) throw new Error('nothing was drawn');
  const address = URL.createObjectURL(picture);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the picture after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What our drawings are styled with by classes. */
const DRAWN_WITH = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'vector-effect',
] as const;

/**
 * html-to-image copies the inside of a drawing without the styles that its classes give: for the moment it has them as its
 * own. The answer takes them away again.
 */
function withOwnStyles(elements: Iterable<SVGElement>): () => void {
  const before = [...elements].map((element) => ({ element, style: element.getAttribute('style') }));
  for (const { element } of before) {
    const computed = getComputedStyle(element);
    for (const property of DRAWN_WITH) element.style.setProperty(property, computed.getPropertyValue(property));
  }
  return () => {
    for (const { element, style } of before) {
      if (style === null) element.removeAttribute('style');
      else element.setAttribute('style', style);
    }
  };
}
