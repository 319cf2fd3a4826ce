//! What is typed into lines that count only once a button says so: it stays as long as the page lives, wherever one
//! goes meanwhile. Knows neither the lines nor the services of the page.

use crate::model::ProjectId;
use leptos::prelude::*;
use std::any::Any;
use std::collections::BTreeMap;

/// What is being said, by project and place.
type SaidByPlace = BTreeMap<(ProjectId, String), Box<dyn Any>>;

/// What is being said at each place of each project.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Unsaid {
    all: StoredValue<SaidByPlace, LocalStorage>,
    owner: StoredValue<Owner, LocalStorage>,
}

impl Unsaid {
    /// Nothing yet; what is said lives as long as the owner of now.
    pub(in crate::ui) fn new() -> Self {
        Self {
            all: StoredValue::new_local(SaidByPlace::new()),
            owner: StoredValue::new_local(Owner::current().expect("inside the app")),
        }
    }

    /// What is being said at a place of a project: the same whenever it is asked for.
    pub(in crate::ui) fn at<T: Copy + 'static>(
        self,
        project: ProjectId,
        place: String,
        new: impl FnOnce() -> T,
    ) -> T {
        let key = (project, place);
        let known = self.all.with_value(|all| {
            let one = all.get(&key).and_then(|one| one.downcast_ref::<T>());
            one.copied()
        });
        known.unwrap_or_else(|| {
            let made = self.owner.with_value(Clone::clone).with(new);
            self.all.update_value(|all| {
                all.insert(key, Box::new(made));
            });
            made
        })
    }
}
