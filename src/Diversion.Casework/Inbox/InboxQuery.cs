using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using NodaTime;

namespace Diversion.Casework.Inbox;

/// <summary>Something that waits for a lead.</summary>
/// <param name="Kind">"breach" to decide, "overdue" obligation, "alert", "possible-notice" to confirm or refuse, "unrecorded-notice" to record by hand; of a service, without an agreement, "partnership-review" and "refused-change"; of a reparation project, "risk-review" and "work-request"; of a sharing agreement "sharing-review"; of the board "board-action".</param>
/// <param name="Title">What it is, as text.</param>
/// <param name="Due">The deadline for deciding a breach, or when the obligation was due.</param>
/// <param name="AlertId">For acknowledging an alert.</param>
/// <param name="YouProposed">The viewer proposed this breach: another lead decides it.</param>
public sealed record InboxItem(
    string Agreement,
    string Name,
    string Kind,
    string Title,
    string Subject,
    Instant RaisedAt,
    Instant? Due,
    string? Rule,
    LocalDate? ChargeBy,
    string? KeyWorker,
    string? AlertId,
    bool? YouProposed)
{
    /// <summary>What to do, in a sentence or two.</summary>
    public required string Advice { get; init; }

    /// <summary>The command that settles it, if there is one; <see cref="NextLabel"/> is its button text.</summary>
    public string? Next { get; init; }

    public string? NextLabel => Next is null ? null : ActionWords.Label(Next);
}

/// <param name="Count">How many wait; counted up to 1,000.</param>
/// <param name="Newest">The newest ten.</param>
public sealed record InboxSummary(int Count, IReadOnlyList<InboxItem> Newest);

/// <summary>The lead's inbox, newest first.</summary>
public sealed class InboxQuery(ITableStore store, Cursor cursors)
{
    private const string List = "inbox";
    private const int PageSize = 50;
    private const int MostCounted = 1000;
    private const int NewestShown = 10;

    public async ValueTask<Reply<Page<InboxItem>>> Of(Actor by, string? cursor, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeInbox(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var opened = cursors.Open(List, cursor);
        if (opened is not Reply<string?>.Given { Value: var after })
        {
            return ((Reply<string?>.Refused)opened).Refusal;
        }

        // An item that sorts between a key and itself with a space would need a space in its id; ids have none.
        var page = await store.Query(
            new TableQuery(Tables.Inbox, Partitions.Leads, after is null ? null : after + " ", Limit: PageSize), cancellation);
        return new Page<InboxItem>(
            [.. page.Rows.Select(row => Show(RowOf<InboxRow>.Read(row), by))],
            page.Continuation is null ? null : cursors.Seal(List, page.Rows[^1].Row));
    }

    public async ValueTask<Reply<InboxSummary>> Summary(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeInbox(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var page = await store.Query(new TableQuery(Tables.Inbox, Partitions.Leads, Limit: MostCounted), cancellation);
        return new InboxSummary(page.Rows.Count, [.. page.Rows.Take(NewestShown).Select(row => Show(RowOf<InboxRow>.Read(row), by))]);
    }

    private static InboxItem Show(InboxRow row, Actor by) => new(
        row.Agreement,
        row.Name,
        row.Kind,
        Title(row),
        row.Subject,
        row.RaisedAt,
        row.DecideBy ?? row.Due,
        row.Rule,
        row.ChargeBy,
        row.Worker,
        row.AlertId,
        row.Proposer is null ? null : row.Proposer == by.Id)
    {
        Advice = Advice(row),
        Next = Next(row, by),
    };

    private static string Title(InboxRow row) => row switch
    {
        { Cause: { } cause } => $"A breach is proposed: {Words.Of(cause)}",
        { Alert: { } alert } => AlertWords.Of(alert),
        { Kind: InboxRow.PossibleNotice } => "A custody notice that may be about a person of ours",
        { Kind: InboxRow.UnrecordedNotice } => "A custody notice that could not be recorded",
        { Kind: InboxRow.PartnershipReview } => "A partnership agreement to review",
        { Kind: InboxRow.BoardAction } => "An action of the board that is due",
        { Kind: InboxRow.RiskReview } => "A risk assessment of a reparation project to make again",
        { Kind: InboxRow.WorkRequest } => "A partner asks for work to be done",
        { Kind: InboxRow.SharingReview } => "A sharing agreement to review",
        { Kind: InboxRow.RefusedChange } => "Somebody tried to change an entry that is not theirs",
        _ => $"Overdue: {TaskTexts.Of(row.Rule!, row.Subject).What}",
    };

    private static string Advice(InboxRow row) => row switch
    {
        { Cause: not null } => Heard(row) + TaskTexts.Of(RuleIds.BreachDecision).Next,
        { Alert: { } alert } => AlertWords.Advice(alert),
        { Kind: InboxRow.UnrecordedNotice } => "It was confirmed, and the case could not take it. Read why, and record on the case what happened.",
        { Kind: InboxRow.PartnershipReview } => "Speak with the provider, and record what came of it and when it is reviewed next.",
        { Kind: InboxRow.BoardAction } => "Speak with its owner, and write what came of it. If it takes longer, close it with what has been done and agree the rest with a new date.",
        { Kind: InboxRow.RiskReview } => "Ask the partner whether the place and the work are as they were, and record the new assessment.",
        { Kind: InboxRow.WorkRequest } => "Accept it as a project, or decline it with a reason, which the partner is told.",
        { Kind: InboxRow.SharingReview } => "Look at who read what under it, speak with the organisation, and record whether it goes on.",
        { Kind: InboxRow.RefusedChange } => "Nothing was changed. Read who it was, and ask them why if you do not know.",
        { Kind: InboxRow.PossibleNotice } => "It gave no reference. Compare it with the case, and confirm or refuse it. Until then nothing follows from it.",
        _ => Chasing(row, TaskTexts.Of(row.Rule!).Next),
    };

    /// <summary>Whether the person has answered, and how long they may.</summary>
    private static string Heard(InboxRow row) => row.Answer switch
    {
        InboxRow.Answered => "The person has answered. ",
        InboxRow.Declined => "The person does not wish to answer. ",
        InboxRow.NoAnswer => "The time to answer is over, and no answer has come. ",
        InboxRow.Awaited => $"The person may answer until {Wording.By(row.AnswerUntil!.Value)}. ",
        InboxRow.Untold => "Nobody has recorded that the person was told, so they could not answer yet. ",
        _ => "",
    };

    /// <summary>
    /// An obligation of somebody else that a lead follows up. Rows from an earlier version do not say whose obligation it
    /// is.
    /// </summary>
    private static string Chasing(InboxRow row, string task) => row.Owner switch
    {
        null or Addressee.ProgrammeLead => task,
        Addressee.KeyWorker => $"The key worker has to do this. Make sure that it is done today, or change the key worker. {task}",
        { } owner => $"To be done by {Wording.Role(owner)}. Make sure that it is done today. {task}",
    };

    private static string? Next(InboxRow row, Actor by) => row switch
    {
        { Alert: not null } => CommandCatalogue.NameOf<TermCommand.AcknowledgeAlert>(),
        _ when row.Proposer == by.Id => null,
        { Cause: not null } or { Rule: RuleIds.BreachDecision } => CommandCatalogue.NameOf<BreachCommand.DecideBreach>(),
        _ => null,
    };
}
