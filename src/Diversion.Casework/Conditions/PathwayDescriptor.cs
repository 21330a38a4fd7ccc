using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class PathwayDescriptor : ConditionDescriptor
{
    private const string Told = "Go to the support that you chose with us.";

    private const string Completed = "completed";
    private const string Reach = nameof(PathwayCommand.SendPathwayReferral.Reach);

    private static readonly StepAnswer[] Scores =
    [
        .. Enumerable.Range(0, 11).Select(score => new StepAnswer(score.ToString(CultureInfo.InvariantCulture), score switch
        {
            0 => "0, the worst it can be",
            10 => "10, all is well",
            _ => score.ToString(CultureInfo.InvariantCulture),
        })),
    ];

    public override ConditionKind Kind => ConditionKind.Pathway;

    /// <summary>By its need: "drugs and alcohol pathway". There may be two.</summary>
    internal override string Title(Condition condition) =>
        $"{(condition.ForNeed == PathwayKind.SexualExploitation ? "sexual exploitation" : Words.Of(condition.ForNeed!.Value))} pathway";

    public override string Hint => "Support with a need behind the offending.";

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) => Told;

    internal override string Plain(Condition condition, SchemeRules scheme) => Told;

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) =>
        terms is ConditionTerms.Pathway own ? [$"Support with {Words.Of(own.Need)}, from {Provider(own.Provider, own.Service)}."] : [];

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<PathwayEvent.PathwayBegan>("pathway.began"),
        EventEntry.Of<PathwayEvent.PathwayReferralSent>("pathway.referral-sent"),
        EventEntry.Of<PathwayEvent.PathwayReferralAccepted>("pathway.referral-accepted"),
        EventEntry.Of<PathwayEvent.PathwayReferralDeclined>("pathway.referral-declined"),
        EventEntry.Of<PathwayEvent.PathwayContactAttempted>("pathway.contact-attempted"),
        EventEntry.Of<PathwayEvent.PathwayContactDecided>("pathway.contact-decided"),
        EventEntry.Of<PathwayEvent.PathwayAssessed>("pathway.assessed"),
        EventEntry.Of<PathwayEvent.PathwayCompleted>("pathway.completed"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        PathwayEvent.PathwayBegan e => $"The pathway {Words.Of(e.Need)} began with {Provider(e.Provider, e.Service)}; it is referred by {Wording.At(e.Referral.Due)} and accepted by {Wording.At(e.Acceptance.Due)}.",
        PathwayEvent.PathwayReferralSent e => $"The pathway referral was sent to {Provider(e.Provider, e.Service)}.{(e.FirstAttempt is { } first ? $" They make the first attempt to reach the person by {Wording.At(first.Due)}." : "")}",
        PathwayEvent.PathwayReferralAccepted => "The provider accepted the pathway referral.",
        PathwayEvent.PathwayReferralDeclined e => $"The provider declined the pathway referral; another is asked by {Wording.At(e.Referral.Due)}.",
        PathwayEvent.PathwayContactAttempted e => ContactAttemptWords.Sentence(e),
        PathwayEvent.PathwayContactDecided e => ContactAttemptWords.Sentence(e),
        PathwayEvent.PathwayAssessed e => $"The pathway was assessed at the {Words.Of(e.Point)}: {e.Score} of 10.",
        PathwayEvent.PathwayCompleted => "The provider closed the pathway as completed.",
        _ => throw Wording.Missing(happened),
    };

    internal override Beginning? Began(ConditionKindEvent happened) => happened is PathwayEvent.PathwayBegan e
        ? new(e.ConditionId, new ConditionTerms.Pathway(e.Need, e.Provider) { Service = e.Service }, e.Referral)
        : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme)
    {
        var own = (PathwayCondition)condition;
        return view with
        {
            Pathway = new PathwayView(own.Need, own.Provider, own.Referral, own.StartScore, own.EndScore, own.EndScore - own.StartScore, own.Completed, own.Service)
            {
                Attempts = own.Attempts.IsEmpty ? null : own.Attempts,
                Reached = own.Reached,
                AfterAttempts = own.AfterAttempts,
            },
        };
    }

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state)
    {
        if (condition.Pathway is not { } pathway)
        {
            yield break;
        }

        yield return ("Need", Words.Sentence(Words.Of(pathway.Need)));
        yield return ("Provider", pathway.Provider);
        if (pathway.Service?.Name is { } service)
        {
            yield return ("Service", service);
        }

        yield return ("Referral", pathway.Referral switch
        {
            PathwayReferral.NotSent => "Not sent yet",
            PathwayReferral.Sent => "Sent, not answered yet",
            PathwayReferral.Accepted => "Accepted",
            _ => "Declined: ask another provider",
        });
        if (pathway.Attempts is { } attempts)
        {
            yield return ("Attempts to reach the person", Words.Sentence(string.Join("; ", attempts.Select(ContactAttemptWords.Of))));
        }

        if (pathway.AfterAttempts is { } after)
        {
            yield return ("After the attempts", Words.Sentence(ContactAttemptWords.Of(after)));
        }

        yield return ("Assessment at the start", pathway.StartScore is { } start ? $"{start} of 10" : "Not yet");
        yield return ("Assessment at the end", pathway.EndScore is { } end ? $"{end} of 10" : "Not yet");
        if (pathway.Distance is { } distance)
        {
            yield return ("Distance travelled", distance > 0 ? $"+{distance}" : $"{distance}");
        }
    }

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(RuleIds.PathwayReferral, "referral", "the referral to the provider", new("Send the pathway referral", "Send it to the provider and record it."))
        {
            Work = WorkKind.SetUp,
            ForPartner = new("The key worker sends the referral", "Wait for it, or ring the key worker."),
        },
        new(RuleIds.PathwayAcceptance, "acceptance", "the provider's acceptance", new("Get the pathway referral accepted", "Ring the provider. Record whether they accept. If they do not, choose another provider."))
        {
            Work = WorkKind.SetUp,
            ForPartner = new("Answer the pathway referral", "Accept it if you can take the person on. If you cannot, open it and decline with your reason."),
        },
        new(RuleIds.PathwayContact, "contact", "the next attempt to reach the person", new("Get the person reached by the provider", "Ring the provider. Ask what they tried, and tell them what may work better; record each attempt."))
        {
            Command = CommandCatalogue.NameOf<PathwayCommand.RecordContactAttempt>(),
            ForPartner = new("Try to reach the person", "In another way or at another time than before, and record it, also without success. Open the referral to see how they want to be reached."),
        },
        new(RuleIds.PathwayContactNext, "contact-next", "the decision after the attempts", new("Decide what is next: the person was not reached", "Every attempt of the plan was made. Send the letter with useful numbers, ask the person, and decide: try again, leave it to them, or look for something else. It does not count against them."))
        {
            Command = CommandCatalogue.NameOf<PathwayCommand.DecideContact>(),
        },
    ];

    internal override string? Next(Condition condition, string rule) => condition is PathwayCondition { Referral: PathwayReferral.Sent }
        ? CommandCatalogue.NameOf<PathwayCommand.AcceptPathwayReferral>()
        : CommandCatalogue.NameOf<PathwayCommand.SendPathwayReferral>();

    internal override string? Subject(AgreementState state, ConditionCommand command) => command is PathwayCommand.RecordPathwayAssessment own
        ? $"{ConditionWords.Of(state, own.ConditionId)}, {Words.Of(own.Point)} assessment"
        : null;

    internal override string? Label(string command, Actor reader) => AccessPolicy.IsPartner(reader) ? null
        : command == CommandCatalogue.NameOf<PathwayCommand.AcceptPathwayReferral>() ? "Record that the provider accepted"
        : command == CommandCatalogue.NameOf<PathwayCommand.DeclinePathwayReferral>() ? "Record that the provider declined"
        : null;

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Send the referral to the provider", "The referral was sent.", answers =>
            new PathwayCommand.SendPathwayReferral(answers.Condition, answers.Line) { Reach = answers.Chosen == Reach }) with
        {
            Choice = new("How do the person and the provider meet?", "how they meet",
            [
                new StepAnswer(Reach, "The provider gets in touch", "By the scheme’s plan: several attempts, in different ways and at different times. Each is recorded, and never counts against the person."),
                new StepAnswer("Meet", "They have an appointment, or the person goes there"),
            ]),
            Explain = "The provider can see it now, and accepts or declines it in this service. If the provider does not use this service, contact them as well.",
            Line = new("Another provider", "the provider", "Leave this empty to use the provider that was agreed.", Optional: true) { IsProvider = true },
        },
        Step.Of("Accept the referral", "The referral was accepted.", answers => new PathwayCommand.AcceptPathwayReferral(answers.Condition)) with
        {
            Explain = "The provider takes the person on. Next, record the start assessment and book the first session.",
        },
        Step.Of("Decline the referral", "The referral was declined.", answers => new PathwayCommand.DeclinePathwayReferral(answers.Condition)) with
        {
            Explain = "The key worker then asks another provider. It never counts against the person.",
            Reason = new("Why can the provider not take the person?", "the reason"),
        },
        ContactSteps.Attempt,
        ContactSteps.Decide,
        Step.Of("Record an assessment", "The assessment was recorded.", answers => PointOf(answers.Item) is { } point
            ? new PathwayCommand.RecordPathwayAssessment(answers.Condition, point, int.Parse(answers.Chosen, CultureInfo.InvariantCulture))
            : null) with
        {
            Explain = "Ask the person how they are doing with this need. The difference between the start and the end assessment shows how far they have come.",
            Choice = new("How are things, from 0 to 10?", "a score from 0 to 10", Scores),
            Button = "Record the assessment",
        },
        Step.Of("Close the pathway", "The pathway was closed.", answers => answers.Chosen == Completed
            ? new PathwayCommand.ClosePathway(answers.Condition, true)
            : new PathwayCommand.ClosePathway(answers.Condition, false, answers.Choice<FailureCause>())) with
        {
            Warning = "A closed pathway is not opened again.",
            TriesChoices = true,
            Choice = new("How does it end?", "how it ends",
            [
                new StepAnswer(Completed, "Completed"),
                new StepAnswer(nameof(FailureCause.Participant), "Not completed, because of the person", "A lead decides what happens to the condition."),
                new StepAnswer(nameof(FailureCause.Service), "Not completed, because of the service", "It does not count against the person. A lead decides what happens to the condition."),
            ]),
            Reason = new("Anything the next reader needs to know", "the reason", Optional: true),
        },
    ];

    /// <summary>With the service as it was called then: "Home and Hearth (Supported housing)".</summary>
    private static string Provider(string provider, ServiceRef? service) => service?.Name is { } name ? $"{provider} ({name})" : provider;

    private static AssessmentPoint? PointOf(string item) => item switch
    {
        nameof(AssessmentPoint.Start) => AssessmentPoint.Start,
        nameof(AssessmentPoint.End) => AssessmentPoint.End,
        _ => null,
    };
}
