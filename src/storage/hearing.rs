//! What other tabs wrote: heard by the `storage` event and by the channel, told once.

use super::keys::{Fact, ParsedKey};
use super::load;
use super::news::{News, Post};
use super::segment;
use super::space::units;
use super::store::Store;
use crate::model::ProjectId;
use std::rc::Rc;

impl Store {
    /// A message of another tab.
    pub fn heard_post(&self, text: &str) {
        match Post::read(text) {
            Some(Post::Put { key, text }) => {
                self.heard_entry(key, text);
                self.heard_safe(key, text);
            }
            Some(Post::Removed(project)) => self.heard_removal(project),
            None => {}
        }
    }

    /// Another tab wrote an entry of localStorage (`Some`), removed it (`None`), or everything (no key).
    pub fn heard_storage(&self, key: Option<&str>, text: Option<&str>) {
        match (key, text) {
            (Some(key), Some(text)) => {
                self.inner
                    .meter
                    .borrow_mut()
                    .set(key, units(key) + units(text));
                self.heard_entry(key, text);
                self.heard_handed(key, text);
            }
            (Some(key), None) => {
                self.inner.meter.borrow_mut().remove(key);
                // Another page took this one for gone.
                if let ParsedKey::Writing(project, _) = ParsedKey::of(key)
                    && self.is_waiting(project)
                {
                    self.mark_writing(project);
                }
            }
            (None, _) => self.homes_lost(),
        }
    }

    fn heard_entry(&self, key: &str, text: &str) {
        let is_open = |project| {
            self.inner
                .projects
                .borrow()
                .get(&project)
                .is_some_and(|shelved| shelved.is_open)
        };
        match ParsedKey::of(key) {
            ParsedKey::Segment(project, _) if is_open(project) => self.heard_segment(project, text),
            ParsedKey::Fact(project, Fact::Note(name)) => self.heard_note(project, name, text),
            ParsedKey::Fact(project, Fact::Switch(batch, number)) if is_open(project) => {
                self.tell(News::Switch {
                    project,
                    batch: batch.to_owned(),
                    number,
                });
            }
            ParsedKey::Fact(project, Fact::Whole) if is_open(project) => {
                self.tell(News::Whole(project))
            }
            ParsedKey::Segment(project, _) | ParsedKey::Fact(project, _) => {
                self.tell(News::Elsewhere(project))
            }
            ParsedKey::Setting(name) => {
                if let Ok(text) = segment::unseal(text) {
                    self.tell(News::Setting {
                        name: name.to_owned(),
                        text: text.to_owned(),
                    });
                }
            }
            ParsedKey::More(_) | ParsedKey::Writing(..) | ParsedKey::Other => {}
        }
    }

    /// Damaged segments and lines are no news; opening the project will list them.
    fn heard_segment(&self, project: ProjectId, text: &str) {
        let Ok(found) = segment::decode(text) else {
            return;
        };
        let mut changes = Vec::new();
        self.shelved(project, |shelved| {
            for line in &found.lines {
                if shelved.known.insert(self.mark(&found.batch, line)) {
                    changes.extend(segment::change(line).ok());
                }
            }
        });
        if !changes.is_empty() {
            self.tell(News::Changes {
                project,
                batch: found.batch,
                changes,
            });
        }
    }

    fn heard_note(&self, project: ProjectId, name: &str, sealed: &str) {
        let Some(note) = load::note(sealed) else {
            return;
        };
        let text = note.1.clone();
        let is_new = self.shelved(project, |shelved| shelved.learn(name, note));
        if is_new {
            self.tell(News::Note {
                project,
                name: name.to_owned(),
                text,
            });
        }
    }

    /// Who is just loading the project gets it with the rest, for want of a listener yet.
    pub(super) fn tell(&self, news: News) {
        if let News::Changes { project, .. } | News::Switch { project, .. } | News::Whole(project) =
            &news
        {
            self.shelved(*project, |shelved| {
                if shelved.loads > 0 {
                    shelved.heard.push(news.clone())
                }
            });
        }
        let ears: Vec<Rc<dyn Fn(News)>> = self.inner.news_ears.borrow().clone();
        for ear in ears {
            ear(news.clone());
        }
    }
}
