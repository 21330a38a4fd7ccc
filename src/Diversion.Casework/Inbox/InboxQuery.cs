using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Caseload;
using Diversion.Casework.Correspondence;
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
/// <param name="Kind">"breach" to decide, "overdue" obligation, "alert".</param>
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
            [.. page.Rows.Select(row => Show(row, by))],
            page.Continuation is null ? null : cursors.Seal(List, page.Rows[^1].Row));
    }

    public async ValueTask<Reply<InboxSummary>> Summary(Actor by, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeInbox(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var page = await store.Query(new TableQuery(Tables.Inbox, Partitions.Leads, Limit: MostCounted), cancellation);
        return new InboxSummary(page.Rows.Count, [.. page.Rows.Take(NewestShown).Select(row => Show(row, by))]);
    }

    private static InboxItem Show(TableRow row, Actor by)
    {
        var kind = row.Text("kind");
        var due = row.TextOrNull("decideBy") ?? row.TextOrNull("due");
        return new InboxItem(
            row.Text("agreement"),
            row.Text("name"),
            kind,
            Title(row, kind),
            row.Text("subject"),
            Sortable.Parse(row.Text("raisedAt")),
            due is null ? null : Sortable.Parse(due),
            row.TextOrNull("rule"),
            CaseloadQuery.Day(row.TextOrNull("chargeBy")),
            row.TextOrNull("worker"),
            row.TextOrNull("alertId"),
            row.TextOrNull("proposer") is { } proposer ? proposer == by.Id : null)
        {
            Advice = Advice(row, kind),
            Next = Next(row, kind, by),
        };
    }

    private static string Title(TableRow row, string kind) => kind switch
    {
        "breach" => $"A breach is proposed: {Words.Of(Enum.Parse<BreachCause>(row.Text("cause")))}",
        "alert" => AlertWords.Of(Enum.Parse<AlertKind>(row.Text("alert"))),
        _ => $"Overdue: {TaskTexts.Of(row.Text("rule")).What}",
    };

    private static string Advice(TableRow row, string kind) => kind switch
    {
        "breach" => Heard(row) + TaskTexts.Of(RuleIds.BreachDecision).Next,
        "alert" => AlertWords.Advice(Enum.Parse<AlertKind>(row.Text("alert"))),
        _ => Chasing(row, TaskTexts.Of(row.Text("rule")).Next),
    };

    /// <summary>Whether the person has answered, and how long they may.</summary>
    private static string Heard(TableRow row) => row.TextOrNull("answer") switch
    {
        "answered" => "The person has answered. ",
        "declined" => "The person does not wish to answer. ",
        "none" => "The time to answer is over, and no answer has come. ",
        "awaited" => $"The person may answer until {Wording.By(Sortable.Parse(row.Text("answerUntil")))}. ",
        "untold" => "Nobody has recorded that the person was told, so they could not answer yet. ",
        _ => "",
    };

    /// <summary>
    /// An obligation of somebody else that a lead follows up. Rows from an earlier version do not say whose obligation it
    /// is.
    /// </summary>
    private static string Chasing(TableRow row, string task) => row.TextOrNull("owner") switch
    {
        null or nameof(Addressee.ProgrammeLead) => task,
        nameof(Addressee.KeyWorker) => $"The key worker has to do this. Make sure that it is done today, or change the key worker. {task}",
        { } owner => $"To be done by {Wording.Role(Enum.Parse<Addressee>(owner))}. Make sure that it is done today. {task}",
    };

    private static string? Next(TableRow row, string kind, Actor by) => kind switch
    {
        "alert" => CommandCatalogue.NameOf<TermCommand.AcknowledgeAlert>(),
        "breach" or "overdue" when row.TextOrNull("proposer") == by.Id => null,
        "breach" => CommandCatalogue.NameOf<BreachCommand.DecideBreach>(),
        "overdue" when row.Text("rule") == RuleIds.BreachDecision => CommandCatalogue.NameOf<BreachCommand.DecideBreach>(),
        _ => null,
    };
}
