//! The change set under random histories of 2–6 people, with a record of its own of what each writer had before
//! their eyes. That record, not the names in the changes, is the truth the log is held against.
//!
//! `HEPAI_SEED` starts elsewhere, `HEPAI_LONG=1` runs a hundred times as many histories. A history that fails is
//! shortened step by step and told; what it showed stays in `named` and its seed in [`FOUND`].

#[cfg(test)]
mod automerge;
#[cfg(test)]
mod desk;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod named;
#[cfg(test)]
mod named_ids;
#[cfg(test)]
mod named_lists;
#[cfg(test)]
mod named_renamed;
#[cfg(test)]
mod named_rows;
#[cfg(test)]
mod named_seals;
#[cfg(test)]
mod named_undo;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod people;
#[cfg(test)]
mod run;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod steps;
