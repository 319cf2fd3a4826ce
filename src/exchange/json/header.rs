//! What a file says about itself: project, sender, request, which part it is. Belongs to the file, not to the project.

use crate::exchange::envelope::{Envelope, many, one};
use crate::exchange::refusal::Fault;
use crate::model::ProjectId;
use crate::model::canonical::push_text;
use crate::model::line::one_line;
use crate::model::template::Lang;
use serde_json::Value as Json;

/// Which project a file is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectInfo {
    pub id: ProjectId,
    /// Its name when the file was written; a claim.
    pub name: String,
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
    pub project: ProjectInfo,
    /// Sender and request.
    pub envelope: Envelope,
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
            spaced(&self.envelope),
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

/// An envelope on one line, with a blank behind every comma and colon, as people write it.
fn spaced(envelope: &Envelope) -> String {
    let mut out = String::new();
    let (mut is_quoted, mut is_escaped) = (false, false);
    for c in serde_json::to_string(envelope).unwrap_or_default().chars() {
        out.push(c);
        is_quoted ^= c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        if !is_quoted && matches!(c, ',' | ':') {
            out.push(' ');
        }
    }
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
