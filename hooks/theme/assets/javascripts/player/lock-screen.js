/* Title, picture and buttons on the lock screen, on headphones and on keyboards with media keys. */

export function showOnLockScreen(player) {
  const session = navigator.mediaSession;
  if (!session) return;
  const { title, show, cover } = player.dataset;
  const artwork = cover ? [{ src: new URL(cover, player.page).href }] : [];
  session.metadata = new MediaMetadata({ title, artist: show, artwork });
  const chapters = player.starts.length > 1;
  const handlers = {
    play: () => player.play(),
    pause: () => player.media.pause(),
    seekbackward: ({ seekOffset }) => player.step(-(seekOffset || 15)),
    seekforward: ({ seekOffset }) => player.step(seekOffset || 15),
    seekto: ({ seekTime }) => player.seek(seekTime),
    previoustrack: chapters ? () => player.leap(-1) : null,
    nexttrack: chapters ? () => player.leap(1) : null,
  };
  for (const [name, handler] of Object.entries(handlers)) {
    try {
      session.setActionHandler(name, handler);
    } catch { /* this browser does not know it */ }
  }
  const update = () => {
    const { media, at } = player;
    if (session.metadata?.title === title && media.duration > 0 && Number.isFinite(media.duration)) {
      session.setPositionState({ duration: media.duration, playbackRate: media.playbackRate, position: Math.min(at, media.duration) });
    }
  };
  if (player.tellsLockScreen) return;
  player.tellsLockScreen = true;
  for (const name of ["loadedmetadata", "seeked", "ratechange", "pause", "play"]) player.media.addEventListener(name, update);
}
