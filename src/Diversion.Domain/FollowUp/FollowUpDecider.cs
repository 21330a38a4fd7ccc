using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.FollowUp;

/// <summary>Takes what the police's records say of the person afterwards, and refuses what can't be.</summary>
internal static class FollowUpDecider
{
    /// <summary>A store commits a snapshot as one row; nobody has so many proven offences within years.</summary>
    private const int MostReoffences = 200;

    public static Refusal? Decide(DecisionContext context, FollowUpCommand command)
    {
        if (context.State.FollowUpStart is not { } start)
        {
            return new Refusal.WrongState(
                RefusalCode.NotFollowedUp, "This person is not followed up: the case was neither allocated in a trial nor signed. Check the reference.");
        }

        return command switch
        {
            FollowUpCommand.RecordReoffence c => Record(context, c, start),
            FollowUpCommand.RemoveReoffence c => Remove(context, c),
            FollowUpCommand.RecordSearch c => Search(context, c, start),
            FollowUpCommand.RecordDeparture c => Depart(context, c, start),
            FollowUpCommand.RemoveDeparture => Return(context),
            FollowUpCommand.RecordCustodyTime c => Custody(context, c, start),
            FollowUpCommand.RemoveCustodyTime c => RemoveCustody(context, c),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    private static Refusal? Record(DecisionContext context, FollowUpCommand.RecordReoffence command, LocalDate start)
    {
        if (Offence(context, command, out var classification, out var group) is { } unread)
        {
            return unread;
        }

        if (Dates(context, command, start) is { } fault)
        {
            return fault;
        }

        var (known, source) = (context.State.FollowUp, command.Source.Trim());
        var before = known.Reoffences.FirstOrDefault(one => ReferenceText.Key(one.Source) == ReferenceText.Key(source));
        var now = new Reoffence(before?.Number ?? known.LastReoffence + 1, before?.Source ?? source, command.OffenceOn, classification, group, command.Outcome, command.OutcomeOn);
        if (before is not null)
        {
            if (before != now)
            {
                context.Raise(new FollowUpEvent.ReoffenceCorrected(now, context.Now));
            }

            return null;
        }

        if (known.Reoffences.Length >= MostReoffences)
        {
            return new Refusal.RuleForbids(RefusalCode.ValueOutOfRange, $"{MostReoffences} reoffences are recorded already. Check whether they are all of this person, and remove those that are not.");
        }

        context.Raise(new FollowUpEvent.ReoffenceRecorded(now, context.Now));
        return null;
    }

    private static Refusal.Invalid? Dates(DecisionContext context, FollowUpCommand.RecordReoffence command, LocalDate start)
    {
        if (!Enum.IsDefined(command.Outcome))
        {
            return new(RefusalCode.ValueOutOfRange, "Say what came of it: open, conviction, caution, outcome22, communityResolution or notProven.") { Field = "outcome" };
        }

        if (command.OffenceOn > context.Today)
        {
            return new(RefusalCode.DateInFuture, $"The offence lies in the future ({Words.Date(command.OffenceOn)}). Correct the date.") { Field = "offenceOn" };
        }

        if (command.OffenceOn <= start)
        {
            return new(RefusalCode.ReoffenceBeforeStart, $"The offence of {Words.Date(command.OffenceOn)} was not after {Start(context, start)}, so it is no reoffence. Correct the date or leave it out.")
            {
                Field = "offenceOn",
            };
        }

        return command switch
        {
            { Outcome: ReoffenceOutcome.Open, OutcomeOn: null } => null,
            { Outcome: ReoffenceOutcome.Open } => new(RefusalCode.OutcomeIncomplete, "There is a date of an outcome, but no outcome. Add it, or leave out the date.") { Field = "outcome" },
            { OutcomeOn: null } => new(RefusalCode.OutcomeIncomplete, "The outcome has no date. Add it, or leave the outcome open.") { Field = "outcomeOn" },
            { OutcomeOn: { } on } when on > context.Today => new(RefusalCode.DateInFuture, $"The outcome lies in the future ({Words.Date(on)}). Correct the date.") { Field = "outcomeOn" },
            { OutcomeOn: { } on } when on < command.OffenceOn =>
                new(RefusalCode.OutcomeBeforeOffence, $"The outcome of {Words.Date(on)} is before the offence of {Words.Date(command.OffenceOn)}. Correct one of the dates.") { Field = "outcomeOn" },
            _ => null,
        };
    }

    private static Refusal? Offence(DecisionContext context, FollowUpCommand.RecordReoffence command, out string? classification, out string? group)
    {
        (classification, group) = (null, null);
        if (!Characters.IsBlank(command.Classification))
        {
            classification = OffenceClassification.Read(command.Classification).Value;
            if (classification is null)
            {
                return new Refusal.Invalid(RefusalCode.TextInvalid, $"classification: expected {OffenceClassification.Form}. Correct it, or leave it out.") { Field = "classification" };
            }
        }

        return Characters.IsBlank(command.Group) ? null : context.Scheme.Vocabulary.ReadOffenceGroup("group", command.Group!, out group);
    }

    private static Refusal.Unknown? Remove(DecisionContext context, FollowUpCommand.RemoveReoffence command)
    {
        var known = context.State.FollowUp;
        if (known.Reoffences.Any(one => one.Number == command.Number))
        {
            context.Raise(new FollowUpEvent.ReoffenceRemoved(command.Number, context.Now));
            return null;
        }

        return command.Number > 0 && command.Number <= known.LastReoffence
            ? null
            : new(RefusalCode.ReoffenceUnknown, $"There is no reoffence {command.Number} in this case. Open the case and choose one there.");
    }

    private static Refusal? Search(DecisionContext context, FollowUpCommand.RecordSearch command, LocalDate start)
    {
        if (command.Until > context.Today)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"Records cannot have been searched up to {Words.Date(command.Until)}, which is in the future. Give the last day that the search covers.") { Field = "until" };
        }

        if (command.Until < start)
        {
            return new Refusal.Invalid(RefusalCode.DateTooOld, $"A search up to {Words.Date(command.Until)} ends before {Start(context, start)}, so it says nothing. Check the date.") { Field = "until" };
        }

        if (context.State.FollowUp.SearchedUntil is { } before)
        {
            if (before == command.Until)
            {
                return null;
            }

            if (command.Until < before && string.IsNullOrWhiteSpace(command.Reason))
            {
                return new Refusal.Invalid(
                    RefusalCode.ReasonMissing, $"Records are recorded as searched up to {Words.Date(before)} already. Give a reason to correct that to an earlier day: it is kept with the correction.");
            }
        }

        context.Raise(new FollowUpEvent.RecordsSearched(command.Until, context.Now));
        return null;
    }

    private static Refusal.Invalid? Depart(DecisionContext context, FollowUpCommand.RecordDeparture command, LocalDate start)
    {
        if (!Enum.IsDefined(command.Cause))
        {
            return new(RefusalCode.ValueOutOfRange, "Say whether the person died or movedAbroad.") { Field = "cause" };
        }

        if (Day(context, command.On, start, "on") is { } fault)
        {
            return fault;
        }

        if (context.State.FollowUp.Left != new Departure(command.On, command.Cause))
        {
            context.Raise(new FollowUpEvent.DepartureRecorded(command.Cause, command.On, context.Now));
        }

        return null;
    }

    private static Refusal.WrongState? Return(DecisionContext context)
    {
        if (context.State.FollowUp.Left is null)
        {
            return new(RefusalCode.DepartureNone, "Neither a death nor a move abroad is recorded. Nothing was changed.");
        }

        context.Raise(new FollowUpEvent.DepartureRemoved(context.Now));
        return null;
    }

    private static Refusal? Custody(DecisionContext context, FollowUpCommand.RecordCustodyTime command, LocalDate start)
    {
        if (command.From > context.Today || command.Until > context.Today)
        {
            var late = command.From > context.Today ? command.From : command.Until!.Value;
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Date(late)} is in the future. Leave out the last day while the person is still in custody.") { Field = command.From > context.Today ? "from" : "until" };
        }

        if (command.Until < command.From)
        {
            return new Refusal.Invalid(RefusalCode.CustodyReversed, $"The last day in custody ({Words.Date(command.Until.Value)}) is before the first ({Words.Date(command.From)}). Correct one of them.") { Field = "until" };
        }

        if (command.Until < start)
        {
            return new Refusal.Invalid(RefusalCode.DateTooOld, $"The time in custody ended before {Start(context, start)}, so it does not matter to follow-up. Check the dates.") { Field = "until" };
        }

        var known = context.State.FollowUp.InCustody;
        if (known.Contains(new CustodyTime(command.From, command.Until)))
        {
            return null;
        }

        if (known.FirstOrDefault(one => one.From != command.From && one.From <= (command.Until ?? LocalDate.MaxIsoValue) && (one.Until ?? LocalDate.MaxIsoValue) >= command.From) is { } other)
        {
            return new Refusal.Invalid(
                RefusalCode.CustodyOverlaps, $"It overlaps with a time in custody from {Words.Date(other.From)}{(other.Until is { } end ? $" to {Words.Date(end)}" : "")}. Correct that one first, with the same first day, or remove it.")
            {
                Field = "from",
            };
        }

        context.Raise(new FollowUpEvent.CustodyTimeRecorded(command.From, command.Until, context.Now));
        return null;
    }

    private static Refusal.Unknown? RemoveCustody(DecisionContext context, FollowUpCommand.RemoveCustodyTime command)
    {
        if (context.State.FollowUp.InCustody.All(one => one.From != command.From))
        {
            return new(RefusalCode.CustodyUnknown, $"No time in custody from {Words.Date(command.From)} is recorded. Open the case and choose one there.");
        }

        context.Raise(new FollowUpEvent.CustodyTimeRemoved(command.From, context.Now));
        return null;
    }

    private static Refusal.Invalid? Day(DecisionContext context, LocalDate on, LocalDate start, string field) =>
        on > context.Today ? new(RefusalCode.DateInFuture, $"{Words.Date(on)} is in the future. Record what has happened.") { Field = field }
        : on < start ? new(RefusalCode.DateTooOld, $"{Words.Date(on)} is before {Start(context, start)}. Check the date.") { Field = field }
        : null;

    private static string Start(DecisionContext context, LocalDate start) =>
        $"{(context.State.FollowUp.AllocatedOn is null ? "the signing" : "the allocation")} of {Words.Date(start)}";
}
