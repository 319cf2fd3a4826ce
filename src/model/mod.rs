//! The change set: a project is a set of immutable changes and its state is a pure function of that set.
//!
//! Architecture invariant: nothing here knows a clock, randomness, input or output, or any particular
//! template. Merging is set union, cannot fail and has no error type.

pub mod canonical;
pub mod change;
pub mod clock;
pub(crate) mod hash;
pub mod id;
pub mod line;
pub mod log;
pub mod order;
pub mod sort;
pub mod template;
pub mod value;

pub use change::{Cell, Change};
pub use clock::{Moment, Zone};
pub use id::{CellId, ChangeId, FieldKey, ProjectId, RecordId, Replica};
pub use log::Log;
pub use value::Value;
