"""The first version: every kind of record, links between them, journal and search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("of_edit", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_values", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["of_edit"], ["edit.id"], name=op.f("fk_edit_of_edit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edit")),
    )
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_simplified", sa.Text(), nullable=False),
        sa.Column("name_latin", sa.Text(), nullable=False),
        sa.Column("name_native", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column(
            "organisation_kind",
            sa.Enum(
                "government",
                "university",
                "institute",
                "company",
                "park",
                "association",
                "unit",
                "other",
                name="organisationkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("parent_since", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("web", sa.Text(), nullable=False),
        sa.Column("founded", sa.Text(), nullable=True),
        sa.Column("contacts", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_organisation_name_not_empty")),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_parent_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_index(op.f("ix_organisation_parent_id"), "organisation", ["parent_id"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_simplified", sa.Text(), nullable=False),
        sa.Column("name_latin", sa.Text(), nullable=False),
        sa.Column("name_native", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.Column("is_family_first", sa.Boolean(), nullable=False),
        sa.Column("honorific", sa.Text(), nullable=False),
        sa.Column("contacts", sa.Text(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("consents_to_publish", sa.Boolean(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_person_name_not_empty")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_table(
        "search_document",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_document")),
    )
    op.create_index(
        op.f("ix_search_document_delegation_id"), "search_document", ["delegation_id"], unique=False
    )
    op.create_index("ix_search_document_record", "search_document", ["kind", "key"], unique=True)
    op.create_table(
        "source",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("author_post", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("issue", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("licence", sa.Text(), nullable=False),
        sa.Column(
            "reprint_permission",
            sa.Enum(
                "not_asked",
                "asked",
                "given",
                "refused",
                name="reprintpermission",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    op.create_table(
        "change",
        sa.Column("edit_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["edit_id"], ["edit.id"], name=op.f("fk_change_edit_id")),
        sa.PrimaryKeyConstraint("edit_id", "position", name=op.f("pk_change")),
    )
    op.create_index("ix_change_record", "change", ["kind", "key"], unique=False)
    op.create_table(
        "delegation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_latin", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "考察",
                "進修",
                "研究",
                "實習",
                "視察",
                "訪問",
                "開會",
                "談判",
                "其他",
                name="category",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("lead_body_id", sa.Uuid(), nullable=True),
        sa.Column("taking_part_ids", sa.Text(), nullable=False),
        sa.Column("countries", sa.Text(), nullable=False),
        sa.Column("regions", sa.Text(), nullable=False),
        sa.Column("cities", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "approved",
                "travelling",
                "reporting",
                "filed",
                "cancelled",
                name="delegationstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("system_number", sa.Text(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("budget_note", sa.Text(), nullable=False),
        sa.Column("keywords", sa.Text(), nullable=False),
        sa.Column("subject_class", sa.Text(), nullable=False),
        sa.Column("briefing_source_ids", sa.Text(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_delegation_title_not_empty")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_delegation_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["lead_body_id"],
            ["organisation.id"],
            name=op.f("fk_delegation_lead_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
    )
    op.create_index(
        op.f("ix_delegation_lead_body_id"), "delegation", ["lead_body_id"], unique=False
    )
    op.create_table(
        "fact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("metric", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("doubt", sa.Text(), nullable=False),
        sa.CheckConstraint("metric <> ''", name=op.f("ck_fact_metric_not_empty")),
        sa.CheckConstraint("subject <> ''", name=op.f("ck_fact_subject_not_empty")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_fact_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_fact_source_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
    )
    op.create_index(op.f("ix_fact_organisation_id"), "fact", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_fact_source_id"), "fact", ["source_id"], unique=False)
    op.create_table(
        "inbound_visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("visitor_ids", sa.Text(), nullable=False),
        sa.Column("visitor_count", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("purpose <> ''", name=op.f("ck_inbound_visit_purpose_not_empty")),
        sa.CheckConstraint("visitor_count <= 9999", name=op.f("ck_inbound_visit_visitor_count_le")),
        sa.CheckConstraint("visitor_count >= 1", name=op.f("ck_inbound_visit_visitor_count_ge")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_inbound_visit_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbound_visit")),
    )
    op.create_index(
        op.f("ix_inbound_visit_organisation_id"), "inbound_visit", ["organisation_id"], unique=False
    )
    op.create_table(
        "organisation_link",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_link_target_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "owner_kind", "owner_id", "field", "target_id", name=op.f("pk_organisation_link")
        ),
    )
    op.create_index(
        op.f("ix_organisation_link_target_id"), "organisation_link", ["target_id"], unique=False
    )
    op.create_table(
        "organisation_relation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "tie",
            sa.Enum(
                "former_parent",
                "joint_venture_partner",
                "co_founder",
                "shareholder",
                name="organisationtie",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("other_id", sa.Uuid(), nullable=True),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("share", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_relation_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["other_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_relation_other_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_relation")),
    )
    op.create_index(
        op.f("ix_organisation_relation_organisation_id"),
        "organisation_relation",
        ["organisation_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_organisation_relation_other_id"),
        "organisation_relation",
        ["other_id"],
        unique=False,
    )
    op.create_table(
        "person_link",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["person.id"],
            name=op.f("fk_person_link_target_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "owner_kind", "owner_id", "field", "target_id", name=op.f("pk_person_link")
        ),
    )
    op.create_index(op.f("ix_person_link_target_id"), "person_link", ["target_id"], unique=False)
    op.create_table(
        "post",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_post_title_not_empty")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_post_organisation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_post_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
    )
    op.create_index(op.f("ix_post_organisation_id"), "post", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_post_person_id"), "post", ["person_id"], unique=False)
    op.create_table(
        "relation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Text(), nullable=True),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("object <> ''", name=op.f("ck_relation_object_not_empty")),
        sa.CheckConstraint("subject <> ''", name=op.f("ck_relation_subject_not_empty")),
        sa.CheckConstraint("verb <> ''", name=op.f("ck_relation_verb_not_empty")),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_relation_source_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
    )
    op.create_index(op.f("ix_relation_source_id"), "relation", ["source_id"], unique=False)
    op.create_table(
        "source_link",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["source.id"],
            name=op.f("fk_source_link_target_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "owner_kind", "owner_id", "field", "target_id", name=op.f("pk_source_link")
        ),
    )
    op.create_index(op.f("ix_source_link_target_id"), "source_link", ["target_id"], unique=False)
    op.create_table(
        "acceptance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=False),
        sa.Column("accepted_by", sa.Text(), nullable=False),
        sa.CheckConstraint("notice <> ''", name=op.f("ck_acceptance_notice_not_empty")),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_acceptance_reason_not_empty")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_acceptance_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acceptance")),
    )
    op.create_index(
        op.f("ix_acceptance_delegation_id"), "acceptance", ["delegation_id"], unique=False
    )
    op.create_table(
        "agreement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "agreement_kind",
            sa.Enum(
                "memorandum",
                "letter_of_intent",
                "exchange",
                "cooperation",
                "other",
                name="agreementkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("party_ids", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("signatory_ids", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("notice_days", sa.Integer(), nullable=True),
        sa.Column("filed_with", sa.Text(), nullable=False),
        sa.Column("filing_number", sa.Text(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_agreement_title_not_empty")),
        sa.CheckConstraint("notice_days <= 3660", name=op.f("ck_agreement_notice_days_le")),
        sa.CheckConstraint("notice_days >= 0", name=op.f("ck_agreement_notice_days_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_agreement_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_index(
        op.f("ix_agreement_delegation_id"), "agreement", ["delegation_id"], unique=False
    )
    op.create_table(
        "fact_chart",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "bar",
                "line",
                name="chartform",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("fact_ids", sa.Text(), nullable=False),
        sa.Column("alt_text", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("title <> ''", name=op.f("ck_fact_chart_title_not_empty")),
        sa.CheckConstraint("position <= 99999", name=op.f("ck_fact_chart_position_le")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_fact_chart_position_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_fact_chart_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact_chart")),
    )
    op.create_index(
        op.f("ix_fact_chart_delegation_id"), "fact_chart", ["delegation_id"], unique=False
    )
    op.create_table(
        "fact_link",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["fact.id"],
            name=op.f("fk_fact_link_target_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "owner_kind", "owner_id", "field", "target_id", name=op.f("pk_fact_link")
        ),
    )
    op.create_index(op.f("ix_fact_link_target_id"), "fact_link", ["target_id"], unique=False)
    op.create_table(
        "matter_choice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("recommendation", sa.Uuid(), nullable=False),
        sa.Column("is_taken_up", sa.Boolean(), nullable=False),
        sa.Column("chosen_on", sa.Date(), nullable=False),
        sa.Column("chosen_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_matter_choice_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_choice")),
    )
    op.create_index(
        op.f("ix_matter_choice_delegation_id"), "matter_choice", ["delegation_id"], unique=False
    )
    op.create_table(
        "member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column(
            "role",
            sa.Enum(
                "leader",
                "deputy",
                "secretary",
                "member",
                "speaker",
                "interpreter",
                "observer",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("post_title", sa.Text(), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("precedence", sa.Integer(), nullable=False),
        sa.Column("is_contact", sa.Boolean(), nullable=False),
        sa.Column("passport_name", sa.Text(), nullable=False),
        sa.Column("passport_expires_on", sa.Date(), nullable=True),
        sa.Column("visa", sa.Text(), nullable=False),
        sa.Column("visa_expires_on", sa.Date(), nullable=True),
        sa.Column("diet", sa.Text(), nullable=False),
        sa.Column("insurance", sa.Text(), nullable=False),
        sa.CheckConstraint("precedence <= 99999", name=op.f("ck_member_precedence_le")),
        sa.CheckConstraint("precedence >= 0", name=op.f("ck_member_precedence_ge")),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["organisation.id"],
            name=op.f("fk_member_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_member_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_member_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
    )
    op.create_index(op.f("ix_member_body_id"), "member", ["body_id"], unique=False)
    op.create_index(op.f("ix_member_delegation_id"), "member", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_member_person_id"), "member", ["person_id"], unique=False)
    op.create_table(
        "objective",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_objective_title_not_empty")),
        sa.CheckConstraint("number <= 999", name=op.f("ck_objective_number_le")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_objective_number_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_objective_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_objective")),
    )
    op.create_index(
        op.f("ix_objective_delegation_id"), "objective", ["delegation_id"], unique=False
    )
    op.create_table(
        "programme_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("taken_by", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_programme_version_name_not_empty")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_programme_version_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_version")),
    )
    op.create_index(
        op.f("ix_programme_version_delegation_id"),
        "programme_version",
        ["delegation_id"],
        unique=False,
    )
    op.create_table(
        "recommendation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("finding_ids", sa.Text(), nullable=False),
        sa.Column("promise_ids", sa.Text(), nullable=False),
        sa.Column("addressee_id", sa.Uuid(), nullable=True),
        sa.Column(
            "horizon",
            sa.Enum(
                "at_once",
                "medium_term",
                "long_term",
                name="horizon",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("title <> ''", name=op.f("ck_recommendation_title_not_empty")),
        sa.CheckConstraint("number <= 999", name=op.f("ck_recommendation_number_le")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_recommendation_number_ge")),
        sa.ForeignKeyConstraint(
            ["addressee_id"],
            ["organisation.id"],
            name=op.f("fk_recommendation_addressee_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_recommendation_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
    )
    op.create_index(
        op.f("ix_recommendation_addressee_id"), "recommendation", ["addressee_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendation_delegation_id"), "recommendation", ["delegation_id"], unique=False
    )
    op.create_table(
        "report_version",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("sent_to", sa.Text(), nullable=False),
        sa.Column("sent_by", sa.Text(), nullable=False),
        sa.Column("sections", sa.Text(), nullable=False),
        sa.Column("is_final", sa.Boolean(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("return_reasons", sa.Text(), nullable=False),
        sa.Column("return_note", sa.Text(), nullable=False),
        sa.CheckConstraint("number <= 9999", name=op.f("ck_report_version_number_le")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_report_version_number_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_report_version_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_version")),
    )
    op.create_index(
        op.f("ix_report_version_delegation_id"), "report_version", ["delegation_id"], unique=False
    )
    op.create_table(
        "section",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column(
            "meaning",
            sa.Enum(
                "summary",
                "aim",
                "hosts",
                "proceedings",
                "findings",
                "recommendations",
                "annex",
                "other",
                name="chaptermeaning",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("drafted", sa.Text(), nullable=False),
        sa.CheckConstraint("position <= 99999", name=op.f("ck_section_position_le")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_section_position_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_section_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["host_id"],
            ["organisation.id"],
            name=op.f("fk_section_host_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["section.id"],
            name=op.f("fk_section_parent_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_section")),
    )
    op.create_index(op.f("ix_section_delegation_id"), "section", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_section_host_id"), "section", ["host_id"], unique=False)
    op.create_index(op.f("ix_section_parent_id"), "section", ["parent_id"], unique=False)
    op.create_table(
        "stop",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "stop_kind",
            sa.Enum(
                "flight",
                "train",
                "car",
                "boat",
                "walk",
                "visit",
                "seminar",
                "meeting",
                "meal",
                "ceremony",
                "lodging",
                "free",
                name="stopkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("from_place", sa.Text(), nullable=False),
        sa.Column("from_position", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("place_position", sa.Text(), nullable=True),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("unit_ids", sa.Text(), nullable=False),
        sa.Column("people_met_ids", sa.Text(), nullable=False),
        sa.Column("escort_ids", sa.Text(), nullable=False),
        sa.Column("is_for_all", sa.Boolean(), nullable=False),
        sa.Column("member_ids", sa.Text(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "idea",
                "asked",
                "confirmed",
                "held",
                "dropped",
                name="stopstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("booking_reference", sa.Text(), nullable=False),
        sa.Column("dress", sa.Text(), nullable=False),
        sa.Column("objective_ids", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("narrative", sa.Text(), nullable=False),
        sa.Column("talking_points", sa.Text(), nullable=False),
        sa.Column("questions", sa.Text(), nullable=False),
        sa.CheckConstraint("position <= 99999", name=op.f("ck_stop_position_le")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_stop_position_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_stop_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["host_id"],
            ["organisation.id"],
            name=op.f("fk_stop_host_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stop")),
    )
    op.create_index(op.f("ix_stop_delegation_id"), "stop", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_stop_host_id"), "stop", ["host_id"], unique=False)
    op.create_table(
        "work_share",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Uuid(), nullable=True),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.CheckConstraint("position <= 99999", name=op.f("ck_work_share_position_le")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_work_share_position_ge")),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["organisation.id"],
            name=op.f("fk_work_share_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_work_share_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_share")),
    )
    op.create_index(op.f("ix_work_share_body_id"), "work_share", ["body_id"], unique=False)
    op.create_index(
        op.f("ix_work_share_delegation_id"), "work_share", ["delegation_id"], unique=False
    )
    op.create_table(
        "activity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("agreement_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=True),
        sa.Column("stop_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_activity_text_not_empty")),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_activity_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_activity_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"],
            ["stop.id"],
            name=op.f("fk_activity_stop_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    op.create_index(op.f("ix_activity_agreement_id"), "activity", ["agreement_id"], unique=False)
    op.create_index(op.f("ix_activity_delegation_id"), "activity", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_activity_stop_id"), "activity", ["stop_id"], unique=False)
    op.create_table(
        "comment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("section_id", sa.Uuid(), nullable=True),
        sa.Column("quoted", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("written_by", sa.Text(), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("settled_by", sa.Text(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_comment_text_not_empty")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_comment_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["section_id"],
            ["section.id"],
            name=op.f("fk_comment_section_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    op.create_index(op.f("ix_comment_delegation_id"), "comment", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_comment_section_id"), "comment", ["section_id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("recommendation_id", sa.Uuid(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "adopted",
                "partly_adopted",
                "under_study",
                "not_adopted",
                "on_file",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_decision_recommendation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(
        op.f("ix_decision_recommendation_id"), "decision", ["recommendation_id"], unique=False
    )
    op.create_table(
        "gift",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "direction",
            sa.Enum(
                "given",
                "received",
                name="giftdirection",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("currency", sa.Text(), nullable=False),
        sa.Column("given_by_person_id", sa.Uuid(), nullable=True),
        sa.Column("given_by_body_id", sa.Uuid(), nullable=True),
        sa.Column("received_by_person_id", sa.Uuid(), nullable=True),
        sa.Column("received_by_body_id", sa.Uuid(), nullable=True),
        sa.Column("stop_id", sa.Uuid(), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column(
            "handling",
            sa.Enum(
                "kept",
                "handed_over",
                "passed_on",
                name="gifthandling",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("reported_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("item <> ''", name=op.f("ck_gift_item_not_empty")),
        sa.CheckConstraint("quantity <= 100000", name=op.f("ck_gift_quantity_le")),
        sa.CheckConstraint("quantity >= 1", name=op.f("ck_gift_quantity_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_gift_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["given_by_body_id"],
            ["organisation.id"],
            name=op.f("fk_gift_given_by_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["given_by_person_id"],
            ["person.id"],
            name=op.f("fk_gift_given_by_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["received_by_body_id"],
            ["organisation.id"],
            name=op.f("fk_gift_received_by_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["received_by_person_id"],
            ["person.id"],
            name=op.f("fk_gift_received_by_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"],
            ["stop.id"],
            name=op.f("fk_gift_stop_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift")),
    )
    op.create_index(op.f("ix_gift_delegation_id"), "gift", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_gift_given_by_body_id"), "gift", ["given_by_body_id"], unique=False)
    op.create_index(
        op.f("ix_gift_given_by_person_id"), "gift", ["given_by_person_id"], unique=False
    )
    op.create_index(
        op.f("ix_gift_received_by_body_id"), "gift", ["received_by_body_id"], unique=False
    )
    op.create_index(
        op.f("ix_gift_received_by_person_id"), "gift", ["received_by_person_id"], unique=False
    )
    op.create_index(op.f("ix_gift_stop_id"), "gift", ["stop_id"], unique=False)
    op.create_table(
        "member_link",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["member.id"],
            name=op.f("fk_member_link_target_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "owner_kind", "owner_id", "field", "target_id", name=op.f("pk_member_link")
        ),
    )
    op.create_index(op.f("ix_member_link_target_id"), "member_link", ["target_id"], unique=False)
    op.create_table(
        "objective_link",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["objective.id"],
            name=op.f("fk_objective_link_target_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "owner_kind", "owner_id", "field", "target_id", name=op.f("pk_objective_link")
        ),
    )
    op.create_index(
        op.f("ix_objective_link_target_id"), "objective_link", ["target_id"], unique=False
    )
    op.create_table(
        "photo",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=True),
        sa.Column("taken_zone", sa.Text(), nullable=True),
        sa.Column("utc_offset", sa.Integer(), nullable=True),
        sa.Column("camera", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("position_at", sa.DateTime(), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("stop_id", sa.Uuid(), nullable=True),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("alt_text", sa.Text(), nullable=False),
        sa.Column("people_ids", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_figure", sa.Boolean(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("retouch", sa.Text(), nullable=False),
        sa.CheckConstraint("file_name <> ''", name=op.f("ck_photo_file_name_not_empty")),
        sa.CheckConstraint("height <= 100000", name=op.f("ck_photo_height_le")),
        sa.CheckConstraint("height >= 1", name=op.f("ck_photo_height_ge")),
        sa.CheckConstraint("position <= 99999", name=op.f("ck_photo_position_le")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_photo_position_ge")),
        sa.CheckConstraint("utc_offset <= 1440", name=op.f("ck_photo_utc_offset_le")),
        sa.CheckConstraint("utc_offset >= -1440", name=op.f("ck_photo_utc_offset_ge")),
        sa.CheckConstraint("width <= 100000", name=op.f("ck_photo_width_le")),
        sa.CheckConstraint("width >= 1", name=op.f("ck_photo_width_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_photo_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"],
            ["stop.id"],
            name=op.f("fk_photo_stop_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
    )
    op.create_index(op.f("ix_photo_delegation_id"), "photo", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_photo_stop_id"), "photo", ["stop_id"], unique=False)
    op.create_table(
        "seminar",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("stop_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_latin", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=True),
        sa.Column("organiser_ids", sa.Text(), nullable=False),
        sa.Column("organisers_alternate", sa.Boolean(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("venue", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_seminar_title_not_empty")),
        sa.CheckConstraint("edition <= 999", name=op.f("ck_seminar_edition_le")),
        sa.CheckConstraint("edition >= 1", name=op.f("ck_seminar_edition_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_seminar_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"],
            ["stop.id"],
            name=op.f("fk_seminar_stop_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seminar")),
    )
    op.create_index(op.f("ix_seminar_delegation_id"), "seminar", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_seminar_stop_id"), "seminar", ["stop_id"], unique=False)
    op.create_table(
        "camera_clock",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("camera", sa.Text(), nullable=False),
        sa.Column("correction", sa.Integer(), nullable=False),
        sa.Column(
            "origin",
            sa.Enum(
                "anchor",
                "position",
                name="clockorigin",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("anchor_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("correction <= 2000000000", name=op.f("ck_camera_clock_correction_le")),
        sa.CheckConstraint("correction >= -2000000000", name=op.f("ck_camera_clock_correction_ge")),
        sa.ForeignKeyConstraint(
            ["anchor_id"],
            ["photo.id"],
            name=op.f("fk_camera_clock_anchor_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_camera_clock_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_camera_clock")),
    )
    op.create_index(op.f("ix_camera_clock_anchor_id"), "camera_clock", ["anchor_id"], unique=False)
    op.create_index(
        op.f("ix_camera_clock_delegation_id"), "camera_clock", ["delegation_id"], unique=False
    )
    op.create_table(
        "session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seminar_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("room", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("chair_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("title <> ''", name=op.f("ck_session_title_not_empty")),
        sa.CheckConstraint("minutes <= 1440", name=op.f("ck_session_minutes_le")),
        sa.CheckConstraint("minutes >= 1", name=op.f("ck_session_minutes_ge")),
        sa.CheckConstraint("position <= 99999", name=op.f("ck_session_position_le")),
        sa.CheckConstraint("position >= 0", name=op.f("ck_session_position_ge")),
        sa.ForeignKeyConstraint(
            ["chair_id"],
            ["person.id"],
            name=op.f("fk_session_chair_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["seminar_id"],
            ["seminar.id"],
            name=op.f("fk_session_seminar_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    op.create_index(op.f("ix_session_chair_id"), "session", ["chair_id"], unique=False)
    op.create_index(op.f("ix_session_seminar_id"), "session", ["seminar_id"], unique=False)
    op.create_table(
        "talk",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seminar_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_latin", sa.Text(), nullable=False),
        sa.Column("abstract", sa.Text(), nullable=False),
        sa.Column("speaker_ids", sa.Text(), nullable=False),
        sa.Column("interpreter_id", sa.Uuid(), nullable=True),
        sa.Column(
            "side",
            sa.Enum(
                "own",
                "host",
                "third",
                name="side",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("starts_at", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("materials", sa.Text(), nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_talk_title_not_empty")),
        sa.CheckConstraint("minutes <= 1440", name=op.f("ck_talk_minutes_le")),
        sa.CheckConstraint("minutes >= 1", name=op.f("ck_talk_minutes_ge")),
        sa.CheckConstraint("number <= 9999", name=op.f("ck_talk_number_le")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_talk_number_ge")),
        sa.ForeignKeyConstraint(
            ["interpreter_id"],
            ["person.id"],
            name=op.f("fk_talk_interpreter_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["seminar_id"],
            ["seminar.id"],
            name=op.f("fk_talk_seminar_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name=op.f("fk_talk_session_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
    )
    op.create_index(op.f("ix_talk_interpreter_id"), "talk", ["interpreter_id"], unique=False)
    op.create_index(op.f("ix_talk_seminar_id"), "talk", ["seminar_id"], unique=False)
    op.create_index(op.f("ix_talk_session_id"), "talk", ["session_id"], unique=False)
    op.create_table(
        "finding",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stop_id", sa.Uuid(), nullable=True),
        sa.Column("talk_id", sa.Uuid(), nullable=True),
        sa.Column("said_by_id", sa.Uuid(), nullable=True),
        sa.Column("objective_ids", sa.Text(), nullable=False),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("title <> ''", name=op.f("ck_finding_title_not_empty")),
        sa.CheckConstraint("number <= 9999", name=op.f("ck_finding_number_le")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_finding_number_ge")),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_finding_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["said_by_id"],
            ["person.id"],
            name=op.f("fk_finding_said_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"],
            ["stop.id"],
            name=op.f("fk_finding_stop_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["talk_id"],
            ["talk.id"],
            name=op.f("fk_finding_talk_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    op.create_index(op.f("ix_finding_delegation_id"), "finding", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_finding_said_by_id"), "finding", ["said_by_id"], unique=False)
    op.create_index(op.f("ix_finding_stop_id"), "finding", ["stop_id"], unique=False)
    op.create_index(op.f("ix_finding_talk_id"), "finding", ["talk_id"], unique=False)
    op.create_table(
        "promise",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stop_id", sa.Uuid(), nullable=True),
        sa.Column("talk_id", sa.Uuid(), nullable=True),
        sa.Column(
            "side",
            sa.Enum(
                "own",
                "host",
                "third",
                name="side",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_mutual", sa.Boolean(), nullable=False),
        sa.Column("by_person_ids", sa.Text(), nullable=False),
        sa.Column("by_body_ids", sa.Text(), nullable=False),
        sa.Column("to_person_ids", sa.Text(), nullable=False),
        sa.Column("to_body_ids", sa.Text(), nullable=False),
        sa.Column("objective_ids", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "disclosure",
            sa.Enum(
                "public",
                "internal",
                name="disclosure",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_promise_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"],
            ["stop.id"],
            name=op.f("fk_promise_stop_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["talk_id"],
            ["talk.id"],
            name=op.f("fk_promise_talk_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
    )
    op.create_index(op.f("ix_promise_delegation_id"), "promise", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_promise_stop_id"), "promise", ["stop_id"], unique=False)
    op.create_index(op.f("ix_promise_talk_id"), "promise", ["talk_id"], unique=False)
    op.create_table(
        "question",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("stop_id", sa.Uuid(), nullable=True),
        sa.Column("talk_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["answered_by_id"],
            ["person.id"],
            name=op.f("fk_question_answered_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["person.id"],
            name=op.f("fk_question_asked_by_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_question_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["stop_id"],
            ["stop.id"],
            name=op.f("fk_question_stop_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["talk_id"],
            ["talk.id"],
            name=op.f("fk_question_talk_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    op.create_index(
        op.f("ix_question_answered_by_id"), "question", ["answered_by_id"], unique=False
    )
    op.create_index(op.f("ix_question_asked_by_id"), "question", ["asked_by_id"], unique=False)
    op.create_index(op.f("ix_question_delegation_id"), "question", ["delegation_id"], unique=False)
    op.create_index(op.f("ix_question_stop_id"), "question", ["stop_id"], unique=False)
    op.create_index(op.f("ix_question_talk_id"), "question", ["talk_id"], unique=False)
    op.create_table(
        "finding_link",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["finding.id"],
            name=op.f("fk_finding_link_target_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "owner_kind", "owner_id", "field", "target_id", name=op.f("pk_finding_link")
        ),
    )
    op.create_index(op.f("ix_finding_link_target_id"), "finding_link", ["target_id"], unique=False)
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("delegation_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("recommendation_id", sa.Uuid(), nullable=True),
        sa.Column("promise_id", sa.Uuid(), nullable=True),
        sa.Column("question_id", sa.Uuid(), nullable=True),
        sa.Column("agreement_id", sa.Uuid(), nullable=True),
        sa.Column("clock", sa.Text(), nullable=False),
        sa.Column("owner_person_id", sa.Uuid(), nullable=True),
        sa.Column("owner_body_id", sa.Uuid(), nullable=True),
        sa.Column("owner_name", sa.Text(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("review_every_months", sa.Integer(), nullable=True),
        sa.Column("is_priority", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "not_started",
                "in_progress",
                "waiting",
                "to_confirm",
                "closed",
                name="followupstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("waiting_for", sa.Text(), nullable=False),
        sa.Column("depends_on_ids", sa.Text(), nullable=False),
        sa.Column("done", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("text <> ''", name=op.f("ck_follow_up_text_not_empty")),
        sa.CheckConstraint(
            "review_every_months <= 60", name=op.f("ck_follow_up_review_every_months_le")
        ),
        sa.CheckConstraint(
            "review_every_months >= 1", name=op.f("ck_follow_up_review_every_months_ge")
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_follow_up_agreement_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name=op.f("fk_follow_up_delegation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_body_id"],
            ["organisation.id"],
            name=op.f("fk_follow_up_owner_body_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["owner_person_id"],
            ["person.id"],
            name=op.f("fk_follow_up_owner_person_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["promise_id"],
            ["promise.id"],
            name=op.f("fk_follow_up_promise_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name=op.f("fk_follow_up_question_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_follow_up_recommendation_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index(op.f("ix_follow_up_agreement_id"), "follow_up", ["agreement_id"], unique=False)
    op.create_index(
        "ix_follow_up_clock",
        "follow_up",
        ["clock", "delegation_id", "state"],
        unique=False,
        sqlite_where=sa.text("clock <> ''"),
        postgresql_where=sa.text("clock <> ''"),
    )
    op.create_index(
        op.f("ix_follow_up_delegation_id"), "follow_up", ["delegation_id"], unique=False
    )
    op.create_index(
        "ix_follow_up_open",
        "follow_up",
        ["state", "due_on", "opened_on", "review_every_months", "delegation_id", "id"],
        unique=False,
        sqlite_where=sa.text("state <> 'closed'"),
        postgresql_where=sa.text("state <> 'closed'"),
    )
    op.create_index(
        op.f("ix_follow_up_owner_body_id"), "follow_up", ["owner_body_id"], unique=False
    )
    op.create_index(
        op.f("ix_follow_up_owner_person_id"), "follow_up", ["owner_person_id"], unique=False
    )
    op.create_index(op.f("ix_follow_up_promise_id"), "follow_up", ["promise_id"], unique=False)
    op.create_index(op.f("ix_follow_up_question_id"), "follow_up", ["question_id"], unique=False)
    op.create_index(
        op.f("ix_follow_up_recommendation_id"), "follow_up", ["recommendation_id"], unique=False
    )
    op.create_table(
        "promise_link",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["promise.id"],
            name=op.f("fk_promise_link_target_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "owner_kind", "owner_id", "field", "target_id", name=op.f("pk_promise_link")
        ),
    )
    op.create_index(op.f("ix_promise_link_target_id"), "promise_link", ["target_id"], unique=False)
    op.create_table(
        "follow_up_link",
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["follow_up.id"],
            name=op.f("fk_follow_up_link_target_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint(
            "owner_kind", "owner_id", "field", "target_id", name=op.f("pk_follow_up_link")
        ),
    )
    op.create_index(
        op.f("ix_follow_up_link_target_id"), "follow_up_link", ["target_id"], unique=False
    )
    op.create_table(
        "progress",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("follow_up_id", sa.Uuid(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["follow_up_id"],
            ["follow_up.id"],
            name=op.f("fk_progress_follow_up_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress")),
    )
    op.create_index(op.f("ix_progress_follow_up_id"), "progress", ["follow_up_id"], unique=False)
    op.create_table(
        "proof",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("follow_up_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("added_on", sa.Date(), nullable=True),
        sa.CheckConstraint("title <> ''", name=op.f("ck_proof_title_not_empty")),
        sa.ForeignKeyConstraint(
            ["follow_up_id"],
            ["follow_up.id"],
            name=op.f("fk_proof_follow_up_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proof")),
    )
    op.create_index(op.f("ix_proof_follow_up_id"), "proof", ["follow_up_id"], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5("
            "words, content='', tokenize='ascii', prefix='1 2')"
        )
