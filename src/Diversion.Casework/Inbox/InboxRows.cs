using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using NodaTime;

namespace Diversion.Casework.Inbox;

/// <summary>The lead's inbox, newest first: breaches to decide, obligations whose ladder has reached a lead, alerts.</summary>
public static class InboxRows
{
    /// <summary>What of another stream than an agreement waits for the leads.</summary>
    /// <param name="subject">Of the kind; its page finds it by that.</param>
    public static ReadModelRow ForLeads(string kind, string subject, string name, Instant raisedAt, Instant? due) => new(
        Tables.Inbox, Partitions.Leads, $"{Sortable.Descending(raisedAt)}|{kind}|{subject}", RowOf<InboxRow>.Write(new InboxRow("", name, kind, subject, raisedAt, Due: due)));

    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        if (state.Breach is { } breach)
        {
            var row = Item(state, InboxRow.Breach, $"breach/{breach.Number}", breach.ProposedAt);
            Add(rows, $"breach-{breach.Number}", WithHearing(state, breach, row) with { Cause = breach.Cause, DecideBy = breach.Decide.Due, Proposer = breach.ProposerId });
        }

        foreach (var open in state.Obligations)
        {
            if (open.RaisedToLeadAt is { } raised)
            {
                Add(rows, $"overdue-{open.Id.Replace('/', '.')}", Item(state, InboxRow.OverdueObligation, open.Id, raised) with
                {
                    Rule = open.Deadline.Rule,
                    Due = open.Deadline.Due,
                    Owner = open.Owner,
                    Proposer = open.Deadline.Rule == RuleIds.BreachDecision ? state.Breach?.ProposerId : null,
                });
            }
        }

        foreach (var alert in state.Alerts)
        {
            Add(rows, alert.Id, Item(state, InboxRow.AlertForLead, alert.Subject, alert.RaisedAt) with { Alert = alert.Kind, AlertId = alert.Id });
        }
    }

    /// <summary>Whether the person has been heard: what a lead waits for before confirming.</summary>
    private static InboxRow WithHearing(AgreementState state, BreachState breach, InboxRow row)
    {
        var answers = state.AnswersTo(breach.News).ToArray();
        if (answers.Length > 0)
        {
            return row with { Answer = answers.All(answer => answer.Declines) ? InboxRow.Declined : InboxRow.Answered };
        }

        return breach.AnswerUntil is not { } until ? row : row with
        {
            Answer = breach.AnswerTimeEnded ? InboxRow.NoAnswer : breach.AnswerAwaited ? InboxRow.Awaited : InboxRow.Untold,
            AnswerUntil = until,
        };
    }

    private static InboxRow Item(AgreementState state, string kind, string subject, Instant raisedAt) => new(
        state.Id.Value, state.Referral.Person.Name, kind, subject, raisedAt, state.Referral.ChargeBy.Date, state.KeyWorker?.Name);

    private static void Add(List<ReadModelRow> rows, string item, InboxRow row) => rows.Add(new ReadModelRow(
        Tables.Inbox, Partitions.Leads, $"{Sortable.Descending(row.RaisedAt)}|{row.Agreement}|{item}", RowOf<InboxRow>.Write(row)));
}
