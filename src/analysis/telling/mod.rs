//! What was done, in sentences: one per person and thing, whoever asks: a letter, the look at a file, a list, a count.
//! So many of them there are, so many 处 every page says. Knows nothing of files and of who was sent what.

mod clauses;
pub mod doing;
pub mod gathered;
pub mod history;
pub mod lines;
pub mod naming;
mod own_word;
mod sentence;
pub mod stated;
mod voiced;
pub mod words;
mod writes;

pub use doing::{Clause, Did, Doing, Signer, Subject};
pub use gathered::{doings, signed_doings};
pub use history::history;
pub use lines::{DoingLine, lines};
pub use naming::Naming;
pub use stated::state_text;
