using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class TagMonitoringDescriptor : ConditionDescriptor
{
    private const string Told = "Wear a tag. Keep to the places and times in your agreement.";

    public override ConditionKind Kind => ConditionKind.TagMonitoring;

    public override bool HasUsualTerms => false;

    public override string Hint => "A GPS tag, with the person’s consent.";

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) => terms is ConditionTerms.TagMonitoring { Curfew: { } hours }
        ? $"{Told} Be at home from {Wording.Time(hours.From)} to {Wording.Time(hours.Until)}."
        : Told;

    internal override string Plain(Condition condition, SchemeRules scheme) => Told;

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) =>
    [
        .. Zones((ConditionTerms.TagMonitoring)terms).Select(zone => zone.Kind == TagZoneKind.Exclusion ? $"Keep away from: {zone.Description}" : $"Stay within: {zone.Description}"),
        "You can take back your consent to the tag at any time. Tell your key worker: the tag comes off, and a manager changes or lifts this condition.",
    ];

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<TagMonitoringEvent.TagMonitoringBegan>("tag-monitoring.began"),
        EventEntry.Of<TagMonitoringEvent.TagConsentGiven>("tag-monitoring.consent-given"),
        EventEntry.Of<TagMonitoringEvent.TagConsentWithdrawn>("tag-monitoring.consent-withdrawn"),
        EventEntry.Of<TagMonitoringEvent.TagFitted>("tag-monitoring.fitted"),
        EventEntry.Of<TagMonitoringEvent.TagEventReceived>("tag-monitoring.event-received"),
        EventEntry.Of<TagMonitoringEvent.TagEventReportedLate>("tag-monitoring.event-reported-late"),
        EventEntry.Of<TagMonitoringEvent.TagEventReviewed>("tag-monitoring.event-reviewed"),
        EventEntry.Of<TagMonitoringEvent.TagEventRefused>("tag-monitoring.event-refused"),
        EventEntry.Of<TagMonitoringEvent.TagRemovalDue>("tag-monitoring.removal-due"),
        EventEntry.Of<TagMonitoringEvent.TagRemoved>("tag-monitoring.removed"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        TagMonitoringEvent.TagMonitoringBegan e => $"The condition tag monitoring began with {Wording.Count(e.Zones.IsDefault ? 0 : e.Zones.Length, "zone")}{(e.Curfew is { } curfew ? $" and a curfew from {Words.Time(curfew.From)} to {Words.Time(curfew.Until)}" : "")}; consent and fitting by {Wording.At(e.Fit.Due)}.",
        TagMonitoringEvent.TagConsentGiven => "The person consented to the tag.",
        TagMonitoringEvent.TagConsentWithdrawn => "The person withdrew consent to the tag.",
        TagMonitoringEvent.TagFitted e => $"The tag was fitted on {Words.Date(e.On)}.",
        TagMonitoringEvent.TagEventReceived e => $"Tag event received: {Words.Of(e.Event)} on {Wording.At(e.OccurredAt)}. It is reviewed by {Wording.At(e.Review.Due)}.",
        TagMonitoringEvent.TagEventReportedLate e => $"A tag event of {Wording.At(e.OccurredAt)} was reported after the end: {Words.Of(e.Event)}. It was kept, and a lead reviews it by {Wording.At(e.Review.Due)}. The status does not change.",
        TagMonitoringEvent.TagEventReviewed e => $"A tag event was reviewed: {Words.Of(e.Finding)}.",
        TagMonitoringEvent.TagEventRefused => "The tag feed sent an event from after the ending; it was refused and nothing of it kept.",
        TagMonitoringEvent.TagRemovalDue e => $"The tag is to be removed by {Wording.At(e.Removal.Due)}.",
        TagMonitoringEvent.TagRemoved e => $"The tag was removed on {Words.Date(e.On)}.",
        _ => throw Wording.Missing(happened),
    };

    internal override string? Typed(ConditionKindEvent happened, RecordVisibility visible) =>
        happened is TagMonitoringEvent.TagEventReviewed e && visible.Notes ? e.Note : null;

    internal override Beginning? Began(ConditionKindEvent happened) => happened is TagMonitoringEvent.TagMonitoringBegan e
        ? new(e.ConditionId, new ConditionTerms.TagMonitoring(e.Zones, e.Curfew), e.Fit)
        : null;

    internal override string? Consequence(ConditionKindEvent happened, Func<string, string> titleOf, bool done) =>
        happened is TagMonitoringEvent.TagRemovalDue e ? $"The tag must come off by {Wording.By(e.Removal.Due)}." : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme)
    {
        var own = (TagMonitoringCondition)condition;
        return view with
        {
            Tag = new TagView(own.Consent, own.FittedOn, own.RemovedOn, own.Violations, scheme.TagMonitoring.ViolationLimit, own.Zones, own.Curfew, own.Events),
        };
    }

    public override IEnumerable<(string Key, string Value)> Terms(ConditionView condition)
    {
        foreach (var zone in condition.Tag?.Zones ?? [])
        {
            yield return (zone.Kind == TagZoneKind.Exclusion ? "Keeps away from" : "Stays within", zone.Description);
        }

        if (condition.Tag?.Curfew is { } curfew)
        {
            yield return ("At home", $"From {Words.Time(curfew.From)} to {Words.Time(curfew.Until)}");
        }
    }

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state)
    {
        if (condition.Tag is not { } tag)
        {
            yield break;
        }

        yield return ("Consent", tag.Consent switch { true => "Given", false => "Withdrawn", null => "Not asked yet" });
        yield return ("Fitted", tag.FittedOn is { } fitted ? Words.Date(fitted) : "Not yet");
        if (tag.RemovedOn is { } removed)
        {
            yield return ("Removed", Words.Date(removed));
        }

        yield return ("Violations", $"{tag.Violations}; {tag.ViolationLimit} are within the limit");
    }

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(RuleIds.TagFit, "fit", "consent to the tag and its fitting", new("Have the tag fitted", "Ask for the person's consent, have the tag fitted and record both.")) { Work = WorkKind.SetUp },
        new(RuleIds.TagReview, "review", "the review of a tag event", new("Review a tag event", "Find out what happened and record what you found.")) { Work = WorkKind.TagEvent, Command = CommandCatalogue.NameOf<TagMonitoringCommand.ReviewTagEvent>() },
        new(RuleIds.TagTamperReview, "review", "the review of a tag event", new("Review a tamper event today", "Find out now what happened and record what you found.")) { Work = WorkKind.TagEvent, Command = CommandCatalogue.NameOf<TagMonitoringCommand.ReviewTagEvent>() },
        new(RuleIds.TagRemoval, "removal", "the removal of the tag", new("Confirm that the tag is off", "Arrange the removal with the monitoring provider and record the day. No one wears a tag longer than agreed.")) { Work = WorkKind.TagRemoval, Command = CommandCatalogue.NameOf<TagMonitoringCommand.ConfirmTagRemoved>() },
    ];

    internal override string? Next(Condition condition, string rule) => (TagMonitoringCondition)condition switch
    {
        { Consent: null } => CommandCatalogue.NameOf<TagMonitoringCommand.RecordTagConsent>(),
        { FittedOn: null } => CommandCatalogue.NameOf<TagMonitoringCommand.RecordTagFitted>(),
        _ => null,
    };

    internal override string? Subject(AgreementState state, ConditionCommand command) =>
        command is TagMonitoringCommand.ReviewTagEvent own ? Item(state.Condition<TagMonitoringCondition>(own.ConditionId), own.TagEventId) : null;

    internal override string? Item(Condition condition, string item) => ((TagMonitoringCondition)condition).EventOrNull(item) is { } received
        ? $"{Words.Of(received.Kind)} on {Wording.At(received.OccurredAt)}"
        : null;

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Record consent to the tag", "The consent was recorded.", answers => new TagMonitoringCommand.RecordTagConsent(answers.Condition)) with
        {
            Explain = "The person has been told what the tag records and who sees it, and agrees to wear it. They can withdraw at any time.",
            Button = "Record the consent",
        },
        Step.Of("Record that consent to the tag was withdrawn", "The withdrawal of consent was recorded.", answers => new TagMonitoringCommand.WithdrawTagConsent(answers.Condition)) with
        {
            Warning = "Monitoring ends now, and a tag that is worn must come off. A lead replaces or waives the condition.",
            Button = "Record the withdrawal",
            Reason = new("What did the person say?", "the reason", Optional: true),
        },
        Step.Of("Record that the tag was fitted", "The fitting was recorded.", answers =>
            new TagMonitoringCommand.RecordTagFitted(answers.Condition, answers.Line!, answers.Day)) with
        {
            Button = "Record the fitting",
            Line = new("Number of the tag", "the number of the tag", "It is on the device and on the monitoring provider’s form."),
            Day = new("When was it fitted?", "the day of the fitting"),
        },
        Step.Of("Enter a tag event by hand", "The tag event was entered.", answers =>
            new TagMonitoringCommand.ReceiveTagEvent(answers.Condition, answers.NewId, answers.Choice<TagEventKind>(), answers.Moment)) with
        {
            Button = "Enter the tag event",
            Explain = "The monitoring provider sends events automatically. Enter one here only if they told you another way.",
            Choice = new("What happened?", "what happened",
            [
                new StepAnswer(nameof(TagEventKind.ExclusionZoneEntered), "Went into an exclusion zone"),
                new StepAnswer(nameof(TagEventKind.InclusionZoneLeft), "Left an inclusion zone"),
                new StepAnswer(nameof(TagEventKind.CurfewAbsence), "Was out during curfew"),
                new StepAnswer(nameof(TagEventKind.Tamper), "The tag was tampered with"),
                new StepAnswer(nameof(TagEventKind.StrapCut), "The strap was cut", "A breach is proposed at once."),
                new StepAnswer(nameof(TagEventKind.BatteryLow), "The battery was low"),
                new StepAnswer(nameof(TagEventKind.NoSignal), "There was no signal"),
            ]),
            Day = new("On which day?", "the day of the event"),
            Time = new("At what time?", "the time of the event", "For example, 10:30am or 5pm"),
        },
        Step.Of("Review the tag event", "The tag event was reviewed.", answers =>
            new TagMonitoringCommand.ReviewTagEvent(answers.Condition, answers.Item, answers.Choice<TagFinding>(), answers.Note)) with
        {
            ShowsTerms = true,
            Button = "Record what you found",
            Choice = new("What did you find?", "what you found",
            [
                new StepAnswer(nameof(TagFinding.Explained), "Explained", "A permitted journey, or another good reason."),
                new StepAnswer(nameof(TagFinding.EquipmentFault), "A fault of the equipment"),
                new StepAnswer(nameof(TagFinding.Violation), "A violation", "Having more than the scheme allows is an unexcused failure."),
                new StepAnswer(nameof(TagFinding.Cut), "The person cut the tag", "A breach is proposed at once."),
            ]),
            NoteMissing = "Say how you know: this can count against the person",
            Note = new("How do you know?", "the note", "Needed for a violation and when the person cut the tag: both can count against them.", Optional: true),
        },
        Step.Of("Confirm that the tag was removed", "The removal was confirmed.", answers => new TagMonitoringCommand.ConfirmTagRemoved(answers.Condition, answers.Day)) with
        {
            Explain = "Confirm this when the tag is off, not when its removal is booked.",
            Button = "Confirm the removal",
            Day = new("When did the tag come off?", "the day of the removal"),
        },
    ];

    private static ImmutableArray<TagZone> Zones(ConditionTerms.TagMonitoring terms) => terms.Zones.IsDefault ? [] : terms.Zones;
}
