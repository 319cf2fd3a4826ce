//! Why a file is refused: what is wrong, where, and that nothing was changed. The sentence for the person is the
//! screen's.

use std::fmt;

/// A place in a file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    pub line: usize,
    /// The character in the line.
    pub column: usize,
    /// The way there from the top: `changes[17].cells.title`; empty for the file as a whole.
    pub path: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if self.path.is_empty() {
            Ok(())
        } else {
            write!(f, ", {}", self.path)
        }
    }
}

/// What bytes look like that are no project file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// A zip archive.
    Zip,
    /// A workbook, document or slides (a zip inside, or the older binary form).
    Office,
    /// Another archive: rar, 7z, gz.
    Archive,
    Pdf,
    Picture,
    /// A saved e-mail.
    Mail,
    WebPage,
    /// JSON of another kind.
    OtherJson,
    /// Some other text.
    Text,
    /// Anything else.
    Binary,
}

impl fmt::Display for Looks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Zip => "a zip archive",
            Self::Office => "an office document",
            Self::Archive => "an archive",
            Self::Pdf => "a PDF",
            Self::Picture => "a picture",
            Self::Mail => "an e-mail",
            Self::WebPage => "a web page",
            Self::OtherJson => "JSON of another kind",
            Self::Text => "a text",
            Self::Binary => "something else",
        })
    }
}

/// One thing that is wrong in a file that could be read as JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The same key twice in one object: two programs would read two different files.
    #[error("a key occurs twice: {0}")]
    DuplicateKey(String),
    /// Half of a character that is written as two.
    #[error("half a character: {0}")]
    LoneSurrogate(String),
    /// A text beyond [`super::limits::TEXT_BYTES`].
    #[error("a text of more than {} bytes: {}", super::limits::TEXT_BYTES, .0)]
    TextTooLong(usize),
    /// More than [`super::limits::CHANGES`] changes or records.
    #[error("more than {} changes or records", super::limits::CHANGES)]
    TooMany,
    /// More than [`super::limits::FIELDS`] fields in one change or record.
    #[error("more than {} fields in one record: {}", super::limits::FIELDS, .0)]
    TooManyFields(usize),
    /// A change that does not have the form of one.
    #[error("not a change: {0}")]
    BadChange(String),
    /// A record, field or value of `current` that is none.
    #[error("not a record, field or value: {0}")]
    BadCurrent(String),
    /// A part of the header that must be there and is not, or of another type.
    #[error("the header wants {0}")]
    BadHeader(&'static str),
}

/// A fault with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedFault {
    pub place: Place,
    pub fault: Fault,
}

impl fmt::Display for PlacedFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.fault)
    }
}

/// Why a file is not taken. Nothing was changed, whatever the reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No bytes, or nothing but blanks.
    #[error("nothing was changed: the file is empty")]
    Empty,
    #[error("nothing was changed: not a hepai file, it looks like {0}")]
    NotOurs(Looks),
    /// UTF-16: an editor saved it as "Unicode".
    #[error("nothing was changed: the file is UTF-16, save it as UTF-8")]
    Utf16,
    /// GBK: an editor saved it as "ANSI".
    #[error("nothing was changed: the file is GBK, save it as UTF-8")]
    Gbk,
    /// Bytes that are no text in any of these.
    #[error("nothing was changed: bytes that are no UTF-8 at {0}")]
    NotUtf8(Place),
    /// The file ends before it is complete.
    #[error("nothing was changed: the file is cut off at {0}")]
    CutOff(Place),
    /// Not JSON at some place.
    #[error("nothing was changed: the file wants {wanted} at {place}")]
    Damaged {
        place: Place,
        /// What should stand there.
        wanted: &'static str,
    },
    /// More than [`super::limits::FILE_BYTES`].
    #[error("nothing was changed: more than {} bytes: {}", super::limits::FILE_BYTES, .0)]
    TooLarge(usize),
    /// Deeper than [`super::limits::DEPTH`].
    #[error("nothing was changed: more than {} levels at {}", super::limits::DEPTH, .0)]
    TooDeep(Place),
    /// A format of a newer app.
    #[error("nothing was changed: the file is of a newer version: {0}")]
    Newer(u64),
    /// Readable, but wrong in places.
    #[error(
        "nothing was changed: {count} faults, the first at {}",
        first(findings)
    )]
    Faulty {
        /// The first ones, in the order of the file.
        findings: Vec<PlacedFault>,
        /// How many there are.
        count: usize,
    },
}

fn first(findings: &[PlacedFault]) -> String {
    findings
        .first()
        .map(ToString::to_string)
        .unwrap_or_default()
}
