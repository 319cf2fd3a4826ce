//! The rooms and their arrows, read from the sources. Each rule says why it is one where it fails.

#[cfg(test)]
#[path = "architecture/circles.rs"]
mod circles;
#[cfg(test)]
#[path = "architecture/docs.rs"]
mod docs;
#[cfg(test)]
#[path = "architecture/files.rs"]
mod files;
#[cfg(test)]
#[path = "architecture/lines.rs"]
mod lines;
#[cfg(test)]
#[path = "architecture/rooms.rs"]
mod rooms;
#[cfg(test)]
#[path = "architecture/screens.rs"]
mod screens;
#[cfg(test)]
#[path = "architecture/sources.rs"]
mod sources;
#[cfg(test)]
#[path = "architecture/spelling.rs"]
mod spelling;
#[cfg(test)]
#[path = "architecture/words.rs"]
mod words;
