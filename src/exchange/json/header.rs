//! What a file says about itself: project, sender, request, which part it is. Belongs to the file, not to the project.

use crate::exchange::envelope::{Envelope, many, one};
use crate::exchange::refusal::Fault;
use crate::model::canonical::push_text;
use crate::model::line::one_line;
use crate::model::template::Lang;
use crate::model::{Moment, ProjectId};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};

/// Which project a file is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectInfo {
    /// Its id.
    pub id: ProjectId,
    /// Its name when the file was written; a claim.
    pub name: String,
}

/// The envelope of a file with its postmark, as it stands in the header.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Exported {
    /// When the file was written.
    #[serde(with = "postmark", skip_serializing_if = "Option::is_none")]
    pub(super) at: Option<Moment>,
    #[serde(flatten)]
    pub(super) envelope: Envelope,
}

/// A moment to the second, with its offset; what is none is passed over.
mod postmark {
    use super::{Json, Moment, one};
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(at: &Option<Moment>, to: S) -> Result<S::Ok, S::Error> {
        let text = |at: &Moment| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
        to.serialize_str(&at.as_ref().map(text).unwrap_or_default())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Moment>, D::Error> {
        let text = Json::deserialize(from).map(|json| one(&json))?;
        Ok(text.and_then(|text| Moment::parse_from_rfc3339(&text).ok()))
    }
}

/// Which part of a project a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything its writer had, and the writer's copy was whole.
    Whole,
    /// The file for one department or one record; `left` names the kinds that were left out.
    Slip {
        /// The department or record.
        slip: String,
        /// Kinds left out (`contact`).
        left: Vec<String>,
    },
    /// What its recipient is not known to have.
    Update(String),
    /// A part of another sort: the export of a copy that is not whole.
    Part,
}

/// The header of a file to write.
#[derive(Debug, Clone)]
pub struct Header {
    /// Version of the app.
    pub app: String,
    /// Address of the page that opens the file, with the project's route.
    pub page: String,
    /// The project.
    pub project: ProjectInfo,
    /// When it is written.
    pub at: Option<Moment>,
    /// Sender and request.
    pub envelope: Envelope,
    /// Which part it is.
    pub scope: Scope,
    /// The language that comes first in the `readme` line.
    pub lang: Lang,
    /// Whether `current` is written; `None`: up to [`crate::exchange::limits::CURRENT_CHANGES`] changes.
    pub current: Option<bool>,
}

/// The longest second line of a file, in characters (ux.md §7, check 2).
const README_CHARS: usize = 240;

impl Header {
    /// The header lines, each ended by a comma and a line end.
    pub(super) fn lines(&self) -> String {
        let mut out = format!("  \"readme\": {},\n", text(&self.readme()));
        out += "  \"format\": \"hepai-project\",\n";
        out += &format!(
            "  \"version\": {},\n  \"app\": {},\n",
            super::versions::VERSION,
            text(&self.app)
        );
        out += &format!(
            "  \"project\": {{\"id\": {}, \"name\": {}}},\n",
            text(self.project.id.as_str()),
            text(&self.project.name)
        );
        out += &format!(
            "  \"exported\": {},\n  \"scope\": {},\n",
            Exported::of(self).text(),
            self.scope.text()
        );
        out
    }

    /// The line that explains the file to somebody who sees it in an editor.
    fn readme(&self) -> String {
        let page = &self.page;
        let name = one_line(&self.project.name, 24);
        let short = page.split(['?', '#']).next().unwrap_or_default();
        let (part, en) = if self.scope == Scope::Part {
            (
                "（不完整，只有一部分）",
                "An incomplete Hepai project file. Do not edit it here: drag it onto that page to open it.",
            )
        } else {
            (
                "",
                "A Hepai project file. Do not edit it here: drag it onto that page to open it.",
            )
        };
        let zh = |name: &str, page: &str| {
            format!("合拍项目文件{name}{part}，请不要在这里改：把这个文件拖到 {page} 就能打开。")
        };
        let tries = [
            (zh(&format!("「{name}」"), page), en),
            (zh("", page), en),
            (zh("", short), en),
            (
                format!("合拍：请不要在这里改，把文件拖到 {page} 。"),
                "Do not edit: drag it there.",
            ),
            (
                format!("合拍：请不要在这里改，把文件拖到 {short} 。"),
                "Do not edit: drag it there.",
            ),
        ];
        let joined = tries.map(|(zh, en)| {
            if self.lang == Lang::En {
                format!("{en} / {zh}")
            } else {
                format!("{zh} / {en}")
            }
        });
        let fits = |line: &&String| text(line).chars().count() + 13 <= README_CHARS;
        joined
            .iter()
            .find(fits)
            .unwrap_or(&joined[joined.len() - 1])
            .clone()
    }
}

impl Exported {
    fn of(header: &Header) -> Self {
        Self {
            at: header.at,
            envelope: header.envelope.clone(),
        }
    }

    fn text(&self) -> String {
        let mut out = Vec::new();
        let mut writer = Serializer::with_formatter(&mut out, Spaced);
        // Texts in a list in memory: there is nothing that could fail.
        let written = self.serialize(&mut writer).map(|()| out);
        written
            .ok()
            .and_then(|out| String::from_utf8(out).ok())
            .unwrap_or_default()
    }
}

/// One line of JSON with a blank behind every comma and colon, as people write it.
struct Spaced;

impl Spaced {
    fn comma<W: Write + ?Sized>(writer: &mut W, is_first: bool) -> io::Result<()> {
        writer.write_all(if is_first { b"" } else { b", " })
    }
}

impl Formatter for Spaced {
    fn begin_array_value<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        Self::comma(writer, first)
    }

    fn begin_object_key<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        Self::comma(writer, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

impl Scope {
    fn text(&self) -> String {
        match self {
            Self::Whole => "{\"whole\": true}".to_owned(),
            Self::Part => "{\"whole\": false}".to_owned(),
            Self::Update(update) => format!("{{\"whole\": false, \"update\": {}}}", text(update)),
            Self::Slip { slip, left } => {
                format!(
                    "{{\"whole\": false, \"slip\": {}, \"left\": {}}}",
                    text(slip),
                    list(left).unwrap_or_else(|| "[]".to_owned())
                )
            }
        }
    }

    /// A file that says nothing is whole (other tools write none); one that says something else is a part.
    pub(super) fn read(json: Option<&Json>) -> Self {
        let Some(json) = json else { return Self::Whole };
        if json["whole"] == Json::Bool(true) {
            return Self::Whole;
        }
        match (one(&json["slip"]), one(&json["update"])) {
            (Some(slip), _) => Self::Slip {
                slip,
                left: many(&json["left"]),
            },
            (None, Some(update)) => Self::Update(update),
            (None, None) => Self::Part,
        }
    }

    /// Whether everything its writer had is in it.
    pub fn is_whole(&self) -> bool {
        *self == Self::Whole
    }
}

impl ProjectInfo {
    pub(super) fn read(json: &Json) -> Result<Self, Fault> {
        let id = json["id"]
            .as_str()
            .and_then(|id| id.parse().ok())
            .ok_or(Fault::BadHeader("a project id of 10 characters"))?;
        Ok(Self {
            id,
            name: one(&json["name"]).unwrap_or_default(),
        })
    }
}

fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_text(&mut out, text);
    out
}

fn list(items: &[String]) -> Option<String> {
    let items: Vec<String> = items.iter().map(|item| text(item)).collect();
    if items.is_empty() {
        None
    } else {
        Some(format!("[{}]", items.join(", ")))
    }
}
