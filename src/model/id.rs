//! Names of things: replicas, changes, records, fields, projects. Parsed once at the door; knows no contents.

use smol_str::SmolStr;
use std::fmt;
use std::str::FromStr;

/// The alphabet of replicas, projects and random record ids (Crockford base32, upper case).
pub const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Whether a byte is one of [`CROCKFORD`]; asked ten times for every name that is read.
const IS_CROCKFORD: [bool; 256] = {
    let mut is_one = [false; 256];
    let mut at = 0;
    while at < CROCKFORD.len() {
        is_one[CROCKFORD[at] as usize] = true;
        at += 1;
    }
    is_one
};

/// Why a text is not an id of the wanted sort.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// A replica or project id is 10 characters of [`CROCKFORD`].
    #[error("not 10 characters of Crockford base32: {0}")]
    Crockford(String),
    /// A change id is `<replica>-<seq>`, seq from 1 to 2^53 − 1 without leading zeros.
    #[error("not a change id: {0}")]
    Change(String),
    /// Records and fields are `[a-z_]+(/[0-9A-Za-z_-]{1,40})?`.
    #[error("not a record or field id: {0}")]
    Path(String),
}

fn crockford10(text: &str) -> Result<[u8; 10], IdError> {
    let bytes: [u8; 10] = text
        .as_bytes()
        .try_into()
        .map_err(|_| IdError::Crockford(text.to_owned()))?;
    if bytes.iter().all(|b| IS_CROCKFORD[usize::from(*b)]) {
        Ok(bytes)
    } else {
        Err(IdError::Crockford(text.to_owned()))
    }
}

fn ascii(bytes: &[u8; 10]) -> &str {
    std::str::from_utf8(bytes).expect("ids hold ASCII only")
}

/// A name nobody else draws, of random bytes; five bits of each byte count.
pub fn drawn_name(bytes: [u8; 10]) -> String {
    let letters = bytes
        .iter()
        .map(|byte| char::from(CROCKFORD[usize::from(byte & 31)]));
    letters.collect()
}

/// One page load, one project, one author: who wrote a change. 10 random characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Replica([u8; 10]);

impl Replica {
    /// Makes a replica of random (or hashed) bytes; five bits of each byte count.
    pub fn from_bytes(bytes: [u8; 10]) -> Self {
        Self(bytes.map(|b| CROCKFORD[usize::from(b & 31)]))
    }
    /// The 10 characters.
    pub fn as_str(&self) -> &str {
        ascii(&self.0)
    }
}

impl FromStr for Replica {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        crockford10(text).map(Self)
    }
}
impl fmt::Display for Replica {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for Replica {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A project: 10 random characters of the same alphabet as a replica's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId([u8; 10]);

impl ProjectId {
    /// Makes a project id of random bytes; five bits of each byte count.
    pub fn from_bytes(bytes: [u8; 10]) -> Self {
        Self(Replica::from_bytes(bytes).0)
    }
    /// The 10 characters.
    pub fn as_str(&self) -> &str {
        ascii(&self.0)
    }
}

impl FromStr for ProjectId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        crockford10(text).map(Self)
    }
}
impl fmt::Display for ProjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for ProjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The highest integer that a file may hold, 2^53 − 1: every JSON reader understands it alike.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

/// `<replica>-<seq>`: names a change, and every change of that id if two contents exist. Sorted by replica, then
/// number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeId {
    /// Who wrote it.
    pub replica: Replica,
    /// Its number among the changes of that replica, from 1.
    pub seq: u64,
}

impl FromStr for ChangeId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        let error = || IdError::Change(text.chars().take(40).collect());
        let (replica, seq) = text.split_once('-').ok_or_else(error)?;
        let digits =
            seq.bytes().all(|b| b.is_ascii_digit()) && !seq.starts_with('0') && seq.len() <= 16;
        let seq: u64 = if digits {
            seq.parse().map_err(|_| error())?
        } else {
            return Err(error());
        };
        if seq == 0 || seq > MAX_INTEGER {
            return Err(error());
        }
        Ok(Self {
            replica: replica.parse().map_err(|_| error())?,
            seq,
        })
    }
}
impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.replica, self.seq)
    }
}
impl fmt::Debug for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

fn is_path(text: &str) -> bool {
    let bytes = text.as_bytes();
    let of_kind = |b: &&u8| b.is_ascii_lowercase() || **b == b'_';
    let (kind, rest) = bytes.split_at(bytes.iter().take_while(of_kind).count());
    let of_rest = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_' || *b == b'-';
    let rest_fits = match rest {
        [] => true,
        [b'/', rest @ ..] => (1..=40).contains(&rest.len()) && rest.iter().all(of_rest),
        _ => false,
    };
    (1..=40).contains(&kind.len()) && rest_fits
}

macro_rules! path_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(SmolStr);

        impl $name {
            /// The id as written in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
            fn slash(&self) -> Option<usize> {
                self.0.bytes().position(|b| b == b'/')
            }
            fn before_slash(&self) -> &str {
                self.slash().map_or(&self.0, |at| &self.0[..at])
            }
            /// What stands after the slash, if anything.
            pub fn rest(&self) -> Option<&str> {
                self.slash().map(|at| &self.0[at + 1..])
            }
            /// For ids written in the source, which are known to fit.
            ///
            /// # Panics
            /// Where the text does not fit the form.
            pub fn of(text: &str) -> Self {
                assert!(is_path(text), "an id in the source has the form of an id: {text}");
                Self(SmolStr::new(text))
            }
        }
        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                if !is_path(text) {
                    return Err(IdError::Path(text.chars().take(60).collect()));
                }
                Ok(Self(SmolStr::new(text)))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

path_id! {
    /// One filled form or one row of a table: `kind/…`, or a bare kind for what a project has once.
    RecordId
}
path_id! {
    /// One field of a record; an element of a set is `field/element`.
    FieldKey
}

impl RecordId {
    /// Which form it is of: what stands before the slash.
    pub fn kind(&self) -> &str {
        self.before_slash()
    }
}

impl FieldKey {
    /// The field, of which it may be one element.
    pub fn stem(&self) -> &str {
        self.before_slash()
    }
}

impl RecordId {
    /// `kind/` and 8 random characters; five bits of each byte count.
    pub fn random(kind: &str, bytes: [u8; 8]) -> Self {
        let tail: String = bytes
            .iter()
            .map(|b| char::from(CROCKFORD[usize::from(b & 31)]))
            .collect();
        Self::of(&format!("{kind}/{tail}"))
    }

    /// `kind/` and 16 hex digits made of a text, so that two people who make the record of one thing make one.
    pub fn made_of(kind: &str, text: &str) -> Self {
        let sum = twox_hash::XxHash64::oneshot(0, text.as_bytes());
        Self::of(&format!("{kind}/{sum:016x}"))
    }
}

/// A cell of the project: a record, and a field of it.
pub type CellId = (RecordId, FieldKey);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_parsed_strictly_and_shown_as_written() {
        for good in ["0123456789-1", "ABCDEFGHJK-9007199254740991"] {
            assert_eq!(
                good.parse::<ChangeId>().map(|id| id.to_string()),
                Ok(good.to_owned())
            );
        }
        for bad in [
            "0123456789-0",
            "0123456789-01",
            "0123456789-9007199254740992",
            "012345678-1",
            "01234U6789-1",
            "0123456789-+1",
            "0123456789",
            "abcdefghjk-1",
        ] {
            assert!(bad.parse::<ChangeId>().is_err(), "{bad}");
        }
        for good in ["charter", "task/7QK2M4ZT", "assignment/a-b", "work_item/_"] {
            assert!(good.parse::<RecordId>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "Task/1",
            "task/",
            "task/a/b",
            "task/a b",
            "__proto__/\u{0}",
            "/x",
        ] {
            assert!(bad.parse::<RecordId>().is_err(), "{bad}");
        }
    }
}
