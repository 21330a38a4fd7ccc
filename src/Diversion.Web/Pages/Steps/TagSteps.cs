using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Steps;

internal static class TagSteps
{
    public static readonly Step[] All =
    [
        new("record-tag-consent", "The consent was recorded.", answers => new TagMonitoringCommand.RecordTagConsent(answers.Condition))
        {
            Explain = "The person has been told what the tag records and who sees it, and agrees to wear it. They can withdraw at any time.",
            Button = "Record the consent",
        },
        new("withdraw-tag-consent", "The withdrawal of consent was recorded.", answers => new TagMonitoringCommand.WithdrawTagConsent(answers.Condition))
        {
            Warning = "Monitoring ends now, and a tag that is worn must come off. A lead replaces or waives the condition.",
            Button = "Record the withdrawal",
            Reason = new("What did the person say?", "the reason", Optional: true),
        },
        new("record-tag-fitted", "The fitting was recorded.", answers =>
            new TagMonitoringCommand.RecordTagFitted(answers.Condition, answers.Line!, answers.Day))
        {
            Button = "Record the fitting",
            Line = new("Number of the tag", "the number of the tag", "It is on the device and on the monitoring provider’s form."),
            Day = new("When was it fitted?", "the day of the fitting"),
        },
        new("receive-tag-event", "The tag event was entered.", answers =>
            new TagMonitoringCommand.ReceiveTagEvent(answers.Condition, answers.NewId, answers.Choice<TagEventKind>(), answers.Moment))
        {
            Button = "Enter the tag event",
            Explain = "The monitoring provider sends events automatically. Enter one here only if they told you another way.",
            Choice = new("What happened?", "what happened",
            [
                new Choice(nameof(TagEventKind.ExclusionZoneEntered), "Went into an exclusion zone"),
                new Choice(nameof(TagEventKind.InclusionZoneLeft), "Left an inclusion zone"),
                new Choice(nameof(TagEventKind.CurfewAbsence), "Was out during curfew"),
                new Choice(nameof(TagEventKind.Tamper), "The tag was tampered with"),
                new Choice(nameof(TagEventKind.StrapCut), "The strap was cut", "A breach is proposed at once."),
                new Choice(nameof(TagEventKind.BatteryLow), "The battery was low"),
                new Choice(nameof(TagEventKind.NoSignal), "There was no signal"),
            ]),
            Day = new("On which day?", "the day of the event"),
            Time = new("At what time?", "the time of the event", "For example, 10:30am or 5pm"),
        },
        new("review-tag-event", "The tag event was reviewed.", answers =>
            new TagMonitoringCommand.ReviewTagEvent(answers.Condition, answers.Item, answers.Choice<TagFinding>(), answers.Note))
        {
            ShowsTerms = true,
            Button = "Record what you found",
            Choice = new("What did you find?", "what you found",
            [
                new Choice(nameof(TagFinding.Explained), "Explained", "A permitted journey, or another good reason."),
                new Choice(nameof(TagFinding.EquipmentFault), "A fault of the equipment"),
                new Choice(nameof(TagFinding.Violation), "A violation", "Having more than the scheme allows is an unexcused failure."),
                new Choice(nameof(TagFinding.Cut), "The person cut the tag", "A breach is proposed at once."),
            ]),
            NoteMissing = "Say how you know: this can count against the person",
            Note = new("How do you know?", "the note", "Needed for a violation and when the person cut the tag: both can count against them.", Optional: true),
        },
        new("confirm-tag-removed", "The removal was confirmed.", answers => new TagMonitoringCommand.ConfirmTagRemoved(answers.Condition, answers.Day))
        {
            Explain = "Confirm this when the tag is off, not when its removal is booked.",
            Button = "Confirm the removal",
            Day = new("When did the tag come off?", "the day of the removal"),
        },
    ];
}
