using Diversion.Domain.Term;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Steps;

/// <summary>What only a lead does, or a team manager, and takes a few answers.</summary>
internal static class LeadSteps
{
    public static readonly Step[] All =
    [
        new("waive-condition", "The condition was waived.", answers => new TermCommand.WaiveCondition(answers.Condition))
        {
            Warning = "The condition ends now, and nothing more of it is asked for. It does not count against the person, and it cannot be opened again.",
            Reason = new("Why is it waived?", "the reason", "Whoever reads the case later sees this."),
        },
        new("end-cover", "The cover ended. The key worker does the work again.", answers => new TermCommand.EndCover())
        {
            Explain = "The key worker is back. The case leaves the list of whoever covers it.",
        },
        new("discontinue", "The agreement was discontinued.", answers => new TermCommand.Discontinue(answers.Choice<DiscontinuationCause>()))
        {
            Warning = "The agreement ends now, without fault of the person. It cannot be taken up again.",
            Choice = new("Why does it end?", "why it ends",
            [
                new Choice(nameof(DiscontinuationCause.Moved), "The person moved away"),
                new Choice(nameof(DiscontinuationCause.Died), "The person died"),
                new Choice(nameof(DiscontinuationCause.FoundIneligible), "They were found not eligible after all"),
                new Choice(nameof(DiscontinuationCause.ConsentWithdrawn), "They withdrew their consent"),
                new Choice(nameof(DiscontinuationCause.Other), "Something else"),
            ]),
            Reason = new("What happened?", "the reason", "The police officer is told that it ended, and decides what becomes of the offence."),
            Sure = new("Confirm", "I want to end this agreement for good"),
            Button = "Discontinue the agreement",
        },
        new("acknowledge-alert", "The alert was acknowledged.", answers => new TermCommand.AcknowledgeAlert(answers.Item))
        {
            Explain = "It leaves the inbox of every lead. It stays on the timeline.",
            Reason = new("What was done about it?", "what was done", "The next lead who asks reads this.", Optional: true),
            Button = "Acknowledge",
        },
    ];
}
