//! What was done, in sentences: one per person and thing, whoever asks: a letter, the look at a file, a list, a count.
//! So many of them there are, so many 处 every page says. Knows nothing of files and of who was sent what.

mod clauses;
pub mod deed;
pub mod gathered;
pub mod lines;
pub mod sentence;
pub mod words;

pub use deed::{Clause, Deed, Did, Signer, Subject};
pub use gathered::{deeds, signed_deeds};
pub use lines::{DeedLine, lines};
pub use sentence::Naming;
