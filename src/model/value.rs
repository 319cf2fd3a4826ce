//! What a cell can hold: nothing, yes or no, a number, a text. Knows no field types.

use super::line::is_unseen;
use smol_str::SmolStr;
use std::hash::{Hash, Hasher};

/// The value of a cell. Dates, references and enum keys are texts; money is a whole number of 分.
#[derive(Debug, Clone, Default)]
pub enum Value {
    /// Nothing; equal to an empty text.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// Any finite number up to ±(2^53 − 1); never −0.
    Number(f64),
    /// Any text.
    Text(SmolStr),
}

impl Value {
    /// A whole number.
    pub fn int(number: i64) -> Self {
        #[expect(
            clippy::cast_precision_loss,
            reason = "values beyond 2^53 are refused at the door"
        )]
        Self::Number(number as f64)
    }
    /// A text as it is; own input goes through [`Value::typed`].
    pub fn text(text: impl Into<SmolStr>) -> Self {
        Self::Text(text.into())
    }
    /// What a person typed: trimmed, without control characters (line breaks and tabs stay); empty is nothing, and so
    /// is what nobody can see. The
    /// text is composed (NFC) already: the browser does that where letters come in, and carries the tables for it.
    pub fn typed(text: &str) -> Self {
        let clean: String = text
            .chars()
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
            .collect();
        let clean = clean.trim();
        if clean.chars().all(|c| c.is_whitespace() || is_unseen(c)) {
            Self::Null
        } else {
            Self::Text(clean.into())
        }
    }
    /// Null and the empty text are both "nothing".
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            _ => false,
        }
    }
    /// The text, if it is one and not empty.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }
    /// The whole number, if it is one.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "checked to be whole and within ±2^53"
            )]
            Self::Number(n) if n.fract() == 0.0 && n.abs() < 9_007_199_254_740_992.0 => {
                Some(*n as i64)
            }
            _ => None,
        }
    }
    /// Whether it is `true`.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Bool(true))
    }
}

/// Equal values have equal canonical bytes; nothing and the empty text are the same.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a.to_bits() == b.to_bits(),
            (Self::Text(a), Self::Text(b)) => a == b,
            _ => self.is_empty() && other.is_empty(),
        }
    }
}
impl Eq for Value {}
impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            _ if self.is_empty() => 0u8.hash(state),
            Self::Null => {}
            Self::Bool(b) => (1u8, b).hash(state),
            Self::Number(n) => (2u8, n.to_bits()).hash(state),
            Self::Text(t) => (3u8, t).hash(state),
        }
    }
}
