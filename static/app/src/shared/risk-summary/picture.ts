/**
 * A part of the page as an image. html-to-image is loaded when somebody asks for it.
 */

/** Two pixels for each of the page's, so that it stays sharp on a slide. */
const PIXEL_RATIO = 2;
/** Around the content, in pixels of the page. */
const MARGIN = 16;

export type CopiedImage = 'copied' | 'saved';

export interface PictureOf {
  readonly element: HTMLElement;
  /** Stands below: what it shows, and when. An image outlives the page. */
  readonly stamp: string;
  readonly fileName: string;
}

/**
 * Puts the element on the clipboard as a PNG; where the browser refuses that, saves it as a file. Forge lets frames write
 * to the clipboard and start downloads: https://developer.atlassian.com/platform/forge/custom-ui/iframe/
 * @throws Error when no image could be drawn.
 */
export async function copyAsImage({ element, stamp, fileName }: PictureOf): Promise<CopiedImage> {
  const image = draw(element, stamp);
  // A browser may let go of the click before the image is drawn, so the clipboard is handed the promise.
  if (await copied(image)) return 'copied';
  save(await image, fileName);
  return 'saved';
}

async function draw(element: HTMLElement, stamp: string): Promise<Blob> {
  const { toBlob } = await import('html-to-image');
  const width = Math.ceil(element.getBoundingClientRect().width);
  const copy = copyBeside(element, width, stamp);
  try {
    const blob = await toBlob(copy, {
      pixelRatio: PIXEL_RATIO,
      skipFonts: true,
      backgroundColor: getComputedStyle(document.body).backgroundColor,
      width: width + 2 * MARGIN,
      height: Math.ceil(copy.getBoundingClientRect().height) + 2 * MARGIN,
      style: { position: 'static', padding: `${MARGIN}px`, boxSizing: 'content-box' },
    });
    if (blob === null) throw new Error('no image was drawn');
    return blob;
  } finally {
    copy.remove();
  }
}

/** A copy out of sight, in the same surroundings, so that it looks the same and the page does not move. */
function copyBeside(element: HTMLElement, width: number, stamp: string): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement;
  const line = document.createElement('p');
  line.textContent = stamp;
  copy.append(line);
  copy.setAttribute('aria-hidden', 'true');
  copy.inert = true;
  copy.style.position = 'absolute';
  copy.style.right = '100vw';
  copy.style.width = `${width}px`;
  element.after(copy);
  line.style.font = getComputedStyle(document.body).getPropertyValue('--ds-font-body-small');
  keepDrawings(copy);
  return copy;
}

/** html-to-image takes the style of every element along but of those inside a drawing. */
function keepDrawings(copy: HTMLElement): void {
  for (const part of copy.querySelectorAll<SVGElement>('svg *')) {
    const { fill, stroke, strokeWidth, opacity, vectorEffect } = getComputedStyle(part);
    Object.assign(part.style, { fill, stroke, strokeWidth, opacity, vectorEffect });
  }
}

async function copied(image: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
    return true;
  } catch {
    return false;
  }
}

function save(image: Blob, fileName: string): void {
  const address = URL.createObjectURL(image);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
