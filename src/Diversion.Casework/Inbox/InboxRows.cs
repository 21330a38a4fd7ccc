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
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        if (state.Breach is { } breach)
        {
            var row = Item(state, "breach", $"breach/{breach.Number}", breach.ProposedAt);
            row["cause"] = breach.Cause.ToString();
            row["decideBy"] = Sortable.Ascending(breach.Decide.Due);
            row["proposer"] = breach.ProposerId;
            Hearing(state, breach, row);
            Add(rows, state, breach.ProposedAt, $"breach-{breach.Number}", row);
        }

        foreach (var open in state.Obligations)
        {
            if (open.RaisedToLeadAt is { } raised)
            {
                var row = Item(state, "overdue", open.Id, raised);
                row["rule"] = open.Deadline.Rule;
                row["due"] = Sortable.Ascending(open.Deadline.Due);
                row["owner"] = open.Owner.ToString();
                if (open.Deadline.Rule == RuleIds.BreachDecision && state.Breach is { } undecided)
                {
                    row["proposer"] = undecided.ProposerId;
                }

                Add(rows, state, raised, $"overdue-{open.Id.Replace('/', '.')}", row);
            }
        }

        foreach (var alert in state.Alerts)
        {
            var row = Item(state, "alert", alert.Subject, alert.RaisedAt);
            row["alert"] = alert.Kind.ToString();
            row["alertId"] = alert.Id;
            Add(rows, state, alert.RaisedAt, alert.Id, row);
        }
    }

    /// <summary>Whether the person has been heard: what a lead waits for before confirming.</summary>
    private static void Hearing(AgreementState state, BreachState breach, Dictionary<string, object> row)
    {
        var answers = state.AnswersTo(breach.News).ToArray();
        if (answers.Length > 0)
        {
            row["answer"] = answers.All(answer => answer.Declines) ? "declined" : "answered";
        }
        else if (breach.AnswerUntil is { } until)
        {
            row["answer"] = breach.AnswerTimeEnded ? "none" : breach.AnswerAwaited ? "awaited" : "untold";
            row["answerUntil"] = Sortable.Ascending(until);
        }
    }

    private static Dictionary<string, object> Item(AgreementState state, string kind, string subject, Instant raisedAt)
    {
        var properties = new Dictionary<string, object>(12)
        {
            ["agreement"] = state.Id.Value,
            ["name"] = state.Referral.Person.Name,
            ["kind"] = kind,
            ["subject"] = subject,
            ["raisedAt"] = Sortable.Ascending(raisedAt),
        };
        if (state.Referral.ChargeBy.Date is { } chargeBy)
        {
            properties["chargeBy"] = chargeBy.ToString("uuuu-MM-dd", null);
        }

        if (state.KeyWorker is { } worker)
        {
            properties["worker"] = worker.Name;
        }

        return properties;
    }

    private static void Add(List<ReadModelRow> rows, AgreementState state, Instant raisedAt, string item, Dictionary<string, object> properties) =>
        rows.Add(new ReadModelRow(Tables.Inbox, Partitions.Leads, $"{Sortable.Descending(raisedAt)}|{state.Id.Value}|{item}", properties));
}
