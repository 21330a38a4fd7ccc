using System.Globalization;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Web.Forms;

namespace Diversion.Web.Pages.Steps;

internal static class PathwaySteps
{
    private const string Completed = "completed";

    private static readonly Choice[] Scores =
    [
        .. Enumerable.Range(0, 11).Select(score => new Choice(score.ToString(CultureInfo.InvariantCulture), score switch
        {
            0 => "0, the worst it can be",
            10 => "10, all is well",
            _ => score.ToString(CultureInfo.InvariantCulture),
        })),
    ];

    public static readonly Step[] All =
    [
        new("send-pathway-referral", "The referral was sent.", answers =>
            new PathwayCommand.SendPathwayReferral(answers.Condition, answers.Line))
        {
            Explain = "The provider can see it now, and accepts or declines it in this service. If the provider does not use this service, contact them as well.",
            Line = new("Another provider", "the provider", "Leave this empty to use the provider that was agreed.", Optional: true) { IsProvider = true },
        },
        new("accept-pathway-referral", "The referral was accepted.", answers => new PathwayCommand.AcceptPathwayReferral(answers.Condition))
        {
            Explain = "The provider takes the person on. Next, record the start assessment and book the first session.",
        },
        new("decline-pathway-referral", "The referral was declined.", answers => new PathwayCommand.DeclinePathwayReferral(answers.Condition))
        {
            Explain = "The key worker then asks another provider. It never counts against the person.",
            Reason = new("Why can the provider not take the person?", "the reason"),
        },
        new("record-pathway-assessment", "The assessment was recorded.", answers => PointOf(answers.Item) is { } point
            ? new PathwayCommand.RecordPathwayAssessment(answers.Condition, point, int.Parse(answers.Chosen, CultureInfo.InvariantCulture))
            : null)
        {
            Explain = "Ask the person how they are doing with this need. The difference between the start and the end assessment shows how far they have come.",
            Choice = new("How are things, from 0 to 10?", "a score from 0 to 10", Scores),
            Button = "Record the assessment",
        },
        new("close-pathway", "The pathway was closed.", answers => answers.Chosen == Completed
            ? new PathwayCommand.ClosePathway(answers.Condition, true)
            : new PathwayCommand.ClosePathway(answers.Condition, false, answers.Choice<FailureCause>()))
        {
            Warning = "A closed pathway is not opened again.",
            TriesChoices = true,
            Choice = new("How does it end?", "how it ends",
            [
                new Choice(Completed, "Completed"),
                new Choice(nameof(FailureCause.Participant), "Not completed, because of the person", "A lead decides what happens to the condition."),
                new Choice(nameof(FailureCause.Service), "Not completed, because of the service", "It does not count against the person. A lead decides what happens to the condition."),
            ]),
            Reason = new("Anything the next reader needs to know", "the reason", Optional: true),
        },
    ];

    private static AssessmentPoint? PointOf(string item) => item switch
    {
        nameof(AssessmentPoint.Start) => AssessmentPoint.Start,
        nameof(AssessmentPoint.End) => AssessmentPoint.End,
        _ => null,
    };
}
