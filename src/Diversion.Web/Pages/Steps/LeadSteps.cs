using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Term;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Steps;

/// <summary>Steps that only a lead or a team manager does, with a few answers.</summary>
internal static class LeadSteps
{
    public static readonly Step[] All =
    [
        new("waive-condition", "The condition was waived.", answers => new TermCommand.WaiveCondition(answers.Condition))
        {
            Warning = "The condition ends now, and the person does not have to do any more of it. This does not count against them. A waived condition cannot be opened again.",
            Reason = new("Why are you waiving it?", "the reason", "Anyone who reads the case later can see this."),
        },
        new("end-cover", "The cover ended. The key worker does the work again.", answers => new TermCommand.EndCover())
        {
            Explain = "The key worker is back. The case leaves the list of the person who covers it.",
        },
        new("discontinue", "The agreement was discontinued.", answers => new TermCommand.Discontinue(answers.Choice<DiscontinuationCause>()))
        {
            Warning = "The agreement ends now, through no fault of the person. It cannot be restarted.",
            Choice = new("Why does it end?", "why it ends",
            [
                new Choice(nameof(DiscontinuationCause.Moved), "The person moved away"),
                new Choice(nameof(DiscontinuationCause.Died), "The person died"),
                new Choice(nameof(DiscontinuationCause.FoundIneligible), "They were found not eligible after all"),
                new Choice(nameof(DiscontinuationCause.ConsentWithdrawn), "They withdrew their consent"),
                new Choice(nameof(DiscontinuationCause.Other), "Something else"),
            ]),
            Reason = new("What happened?", "the reason", "The police officer is told, and decides what happens about the offence."),
            Sure = new("Confirm", "I want to end this agreement for good"),
            Button = "Discontinue the agreement",
        },
        new("settle-arrest", "The arrest was settled.", answers => new NoReoffendingCommand.SettleArrest(answers.Item))
        {
            Explain = "This arrest has no result yet, and the agreement cannot be completed until it has one. Settle it if you decide not to wait any longer. A charge that comes later still proposes a breach while the agreement runs.",
            Reason = new("Why are you not waiting any longer?", "the reason", "Say what custody told you. It is kept on the timeline."),
            Button = "Settle the arrest",
        },
        new("acknowledge-alert", "The alert was acknowledged.", answers => new TermCommand.AcknowledgeAlert(answers.Item))
        {
            Explain = "The alert leaves the inbox of every lead. It stays on the timeline.",
            Reason = new("What was done about it?", "what was done", "Needed where something was told after the end. Other leads can read this.", Optional: true),
            Button = "Acknowledge",
        },
    ];
}
