using System.Globalization;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Queries;
using Diversion.Domain;
using Diversion.Domain.Breach;
using Diversion.Domain.Telling;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Agreements;

/// <summary>One agreement, for everybody who may look at it: how it stands, what comes next, and what the reader may do now.</summary>
public sealed class IndexModel(ActionsQuery possible, MyWorkQuery work, TimelineQuery timeline, ActionPages pages) : RecordPage
{
    private const int Latest = 5;
    private const string Withdraw = "withdraw-warning";
    private const string Tell = "tell-person";
    private const string Answer = "record-answer";
    private const string Assess = "record-pathway-assessment";
    private const string DecideBreach = "decide-breach";
    private const string Replace = "substitute-condition";
    private const string Waive = "waive-condition";

    /// <summary>What may be done, each with its page; what only a rule forbids has none, and the reason.</summary>
    public IReadOnlyList<ActionLink> Actions { get; private set; } = [];

    /// <summary>What the case asks of the reader first; null when it asks nothing that they can do now.</summary>
    public NextStep? Next { get; private set; }

    /// <summary>Latest events; empty for those who open the timeline by itself, null for those who do not see it.</summary>
    public IReadOnlyList<TimelineItem>? LastHappened { get; private set; }

    public IEnumerable<ActionLink> ActionsOf(string? condition, string? item = null) =>
        Actions.Where(link => link.Action.Condition == condition && link.Action.Item == item);

    /// <summary>
    /// What concerns the agreement as a whole; withdrawing a warning stands beside the warning. Once it is signed, what
    /// belongs to the time before is seldom wanted and comes last.
    /// </summary>
    public IEnumerable<ActionLink> OwnActions => Actions
        .Where(link => link.Action.Condition is null && link.Action.Command is not (Withdraw or Tell or Answer))
        .OrderBy(link => Agreement.Term is null ? 0 : link.Action.Command switch
        {
            "add-note" => 0,
            "record-check" or "record-needs" or "record-goals" => 2,
            _ => 1,
        });

    public IEnumerable<ActionLink> ActionsOn(Warning warning) =>
        Actions.Where(link => link.Action.Command == Withdraw && link.Action.Item == warning.Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Telling the person of something, or correcting when they were told; and what they say to it.</summary>
    public IEnumerable<ActionLink> ActionsOn(PersonNews news) =>
        Actions.Where(link => link.Action.Command is Tell or Answer && link.Action.Item == news.Id);

    /// <summary>What stands of the answers to a piece of news.</summary>
    public IReadOnlyList<PersonAnswer> AnswersTo(PersonNews news) =>
        [.. (Agreement.Answers ?? []).Where(answer => answer.News == news.Id && !answer.Superseded)];

    public bool MayCorrectAnswers(PersonNews news) => Actions.Any(link => link.Action.Command == Answer && link.Action.Item == news.Id && link.Address is not null);

    /// <summary>Beside the condition itself: assessments are items without a row of their own.</summary>
    public IEnumerable<ActionLink> ActionsBeside(ConditionView condition) => Actions.Where(link =>
        link.Action.Condition == condition.Id && (link.Action.Item is null || link.Action.Command == Assess));

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await possible.Of(Reference, By, Now, Cancellation) is Reply<IReadOnlyList<ActionView>>.Given { Value: var all })
        {
            Actions =
            [
                .. all.Select(action => new ActionLink(action, action.Blocked is null ? pages.AddressOf(Reference, action) : null))
                    .Where(link => link.Address is not null || link.Action.Blocked is not null),
            ];
        }

        Next = Decision();
        foreach (var item in Next is null ? await work.InCase(Reference, By, Now, Cancellation) : [])
        {
            if (!WorkTexts.IsToHold(item) && item.Next is { } command && pages.AddressOf(Reference, command, item.Condition, item.Item) is { } address)
            {
                Next = new NextStep(WorkTexts.What(item), WorkTexts.When(item, Service<When>()), item.Advice, address, item.NextLabel!);
                break;
            }
        }

        // To somebody from outside the case the timeline is a look of its own, logged when they open it.
        if (Look.Reason is not null)
        {
            LastHappened = [];
        }
        else if (await timeline.Of(Reference, Look, newestFirst: true, Latest, null, Cancellation) is Reply<Page<TimelineItem>>.Given { Value: var last })
        {
            LastHappened = last.Items;
        }

        return null;
    }

    /// <summary>What only a decision can settle comes before all work: a proposed breach, then a condition that cannot be kept.</summary>
    private NextStep? Decision()
    {
        if (Agreement.Breach is { } breach && Actions.FirstOrDefault(link => link.Action.Command == DecideBreach) is { Address: { } address, Action: var action })
        {
            return Step(RuleIds.BreachDecision, breach.DecideBy, address, action, "Read what happened and what the person was told, then decide.");
        }

        foreach (var open in Agreement.Obligations.Where(open => open.Rule == RuleIds.SettleCondition))
        {
            var about = Actions.Where(link => link.Address is not null && link.Action.Condition is { } id && open.Id == $"settle/{id}").ToArray();
            if ((about.FirstOrDefault(link => link.Action.Command == Replace) ?? about.FirstOrDefault(link => link.Action.Command == Waive)) is { } link)
            {
                return Step(open.Rule, open.Due, link.Address!, link.Action, "Replace the condition or waive it, with your reasons.");
            }
        }

        return null;
    }

    private NextStep Step(string rule, NodaTime.Instant due, string address, ActionView action, string advice)
    {
        var what = TaskTexts.Of(rule).What;
        var when = Service<When>();
        return new NextStep(
            action.About is { } about ? $"{what}: {about}" : what,
            due <= Now ? $"Overdue since {when.Moment(due)}" : $"By {when.Moment(due)}",
            advice,
            address,
            action.Label);
    }
}
