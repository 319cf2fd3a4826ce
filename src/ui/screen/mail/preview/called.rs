//! What the places and values of a file are called: as they are here, or will be.

use super::shown::Shown;
use crate::analysis::inbox::differences::element_of;
use crate::analysis::telling::Naming;
use crate::analysis::words::called::NamedIn;
use crate::analysis::words::look::marked;
use crate::analysis::words::names::field_name;
use crate::exchange::Preview;
use crate::model::log::ConflictPlace;
use crate::model::template::{FieldType, Label, Lang, STATUS};
use crate::model::{FieldKey, Log, RecordId, Value};
use crate::state::Session;
use crate::templates::identity;
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::mail::attribution::choice_text;
use crate::ui::texts;
use leptos::prelude::*;

impl Shown {
    /// That an element came into a set or went, where the field is one and carries no text.
    pub(super) fn put_in(self, record: &RecordId, key: &FieldKey, value: &Value) -> Option<Label> {
        let template = crate::templates::SCHEMA.template(record.kind())?;
        let field = template.field(key.as_str())?;
        let is_element = matches!(field.field_type, FieldType::Set(_)) && key.rest().is_some();
        (is_element && value.as_text().is_none()).then_some(match value.is_empty() {
            true => texts::mail::SET_TAKEN_OUT,
            false => texts::mail::SET_PUT_IN,
        })
    }

    /// T-11 合规与认证检测 · 截止日期, as it is called here or will be.
    pub(super) fn place(self, preview: &Preview, record: &RecordId, key: &FieldKey) -> String {
        let template = crate::templates::SCHEMA.template(record.kind());
        let field = marked(field_name(template, key, self.ui.lang.get()));
        let place = ConflictPlace {
            record: record.clone(),
            key: key.clone(),
        };
        let here = self
            .session
            .and_then(|session| session.read(|log| element_of(log, &place)));
        let element = here.or_else(|| element_of(&preview.after.log, &place));
        let field = match element {
            Some(element) => {
                let colon = self.ui.text(texts::forms::COLON);
                format!("{field}{colon}{}", self.record(preview, &element))
            }
            None => field,
        };
        format!("{} · {field}", self.record(preview, record))
    }

    /// T-11 合规与认证检测, as it is called here or will be.
    pub(super) fn record(self, preview: &Preview, record: &RecordId) -> String {
        let lang = self.ui.lang.get();
        let named = |beside: Option<&Log>| {
            let log = &preview.after.log;
            NamedIn { log, beside }.name(record, lang)
        };
        match self.session {
            Some(session) => session.read(|log| named(Some(log))),
            None => named(None),
        }
    }

    /// What a record says that is somebody's own word, with whose it is; nothing for any other record.
    pub(super) fn word(self, preview: &Preview, record: &RecordId) -> Option<String> {
        let lang = self.ui.lang.get();
        let said = |beside: Option<&Log>| {
            let naming = Naming {
                log: &preview.after.log,
                beside,
                lang,
                zone: ZONE,
                is_whole: false,
            };
            naming.word_of(record)
        };
        match self.session {
            Some(session) => session.read(|log| said(Some(log))),
            None => said(None),
        }
    }

    /// A value, with the records it names called as they are here or will be.
    pub(super) fn value(
        self,
        preview: &Preview,
        record: &RecordId,
        key: &FieldKey,
        value: &Value,
    ) -> String {
        let lang: Lang = self.ui.lang.get();
        let named = value
            .as_text()
            .and_then(|text| text.parse::<RecordId>().ok());
        if key.as_str() == STATUS && value.is_empty() {
            let template = crate::templates::SCHEMA.template(record.kind());
            if let Some(states) = template.and_then(|template| template.states) {
                return states.first().choice.label.text(lang).to_owned();
            }
        }
        if record.kind() == identity::KIND {
            let said = self.answers.said(self.ui, self.session, preview);
            return said.name(value.as_text());
        }
        let is_here = |session: &Session| {
            let named = named.as_ref();
            named.is_some_and(|named| session.read(|log| log.is_visible(named)))
        };
        match self.session.filter(is_here) {
            Some(session) => session.read(|log| choice_text(log, record, key, value, lang)),
            None => choice_text(&preview.after.log, record, key, value, lang),
        }
    }
}
