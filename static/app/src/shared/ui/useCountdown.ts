import { useEffect, useRef, useState } from 'react';

/**
 * Whole seconds left of a wait that starts when the component appears or `seconds` changes; calls `onDone` once at zero.
 * Measured against the clock, so that a tab that slept is not late.
 */
export function useCountdown(seconds: number, onDone: () => void): number {
  const [left, setLeft] = useState(seconds);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const remaining = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(remaining);
      if (remaining > 0) return;
      clearInterval(timer);
      done.current();
    }, 250);
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
