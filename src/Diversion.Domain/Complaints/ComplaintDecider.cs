using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Complaints;

/// <summary>Takes complaints and has them answered in time, by somebody whom they are not about.</summary>
internal static class ComplaintDecider
{
    public static Refusal? Decide(DecisionContext context, ComplaintCommand command)
    {
        if (command is ComplaintCommand.RecordComplaint made)
        {
            return Record(context, made);
        }

        var number = command switch
        {
            ComplaintCommand.AcknowledgeComplaint c => c.Number,
            ComplaintCommand.AnswerComplaint c => c.Number,
            ComplaintCommand.WithdrawComplaint c => c.Number,
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
        if (context.State.Complaints.FirstOrDefault(complaint => complaint.Number == number) is not { } known)
        {
            return new Refusal.Unknown(RefusalCode.ComplaintUnknown, $"There is no complaint {number} in this case. Open the case and choose one there.");
        }

        if (known.IsOf(command.By))
        {
            return new Refusal.NotPermitted(RefusalCode.ComplaintAboutYou, "The complaint is about you or your office, so somebody else deals with it: a programme lead or a sergeant.");
        }

        if (known.About == ComplaintAbout.Decision && Decided(context.State, command.By.Id))
        {
            return new Refusal.NotPermitted(
                RefusalCode.ComplaintAboutYou, "You decided something in this case, so somebody else deals with a complaint about a decision: a team manager, a sergeant or a programme lead who decided nothing in it.");
        }

        return command switch
        {
            ComplaintCommand.AcknowledgeComplaint c => Acknowledge(context, known, c),
            ComplaintCommand.AnswerComplaint c => Answer(context, known, c),
            _ => Withdraw(context, known),
        };
    }

    private static Refusal? Record(DecisionContext context, ComplaintCommand.RecordComplaint command)
    {
        if (!Enum.IsDefined(command.From) || !Enum.IsDefined(command.How) || !Enum.IsDefined(command.About))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say who complains (from), how (how) and about what (about).");
        }

        if (command.MadeAt > context.Now)
        {
            return new Refusal.Invalid(RefusalCode.DateInFuture, $"{Words.Moment(command.MadeAt)} is in the future. Record the complaint when it has been made.");
        }

        if (ToldChecks.IsBefore(command.MadeAt, context.State.Referral.ReferredAt))
        {
            return new Refusal.Invalid(
                RefusalCode.DateTooOld, $"{Words.Moment(command.MadeAt)} is before {Words.Moment(context.State.Referral.ReferredAt)}, when the case was referred. Check the date and the time.");
        }

        var who = command.From == ComplaintFrom.Person || string.IsNullOrWhiteSpace(command.Who) ? null : command.Who.Trim();
        if (command.From != ComplaintFrom.Person && who is null)
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, "Say who makes the complaint (who): they are answered.") { Field = "who" };
        }

        var what = command.What.Trim();
        if (context.State.Complaints.Any(known => known.From == command.From && known.MadeAt == command.MadeAt && known.About == command.About && known.What == what && known.Who == who))
        {
            return null;
        }

        var about = command.About switch
        {
            ComplaintAbout.KeyWorker => context.State.KeyWorker?.Id,
            ComplaintAbout.PoliceOfficer => context.State.Referral.Officer.Id,
            _ => null,
        };
        var rules = context.Scheme.Complaints;
        context.Raise(new ComplaintEvent.ComplaintMade(
            context.State.Complaints.Length + 1,
            command.From,
            command.How,
            command.MadeAt,
            command.About,
            what,
            who,
            about,
            command.About == ComplaintAbout.TeamManager ? Addressee.ProgrammeLead : Addressee.TeamManager,
            context.InWorkingDays(RuleIds.ComplaintAcknowledge, rules.AcknowledgeWorkingDays, command.MadeAt),
            context.InWorkingDays(RuleIds.ComplaintAnswer, rules.AnswerWorkingDays, command.MadeAt),
            command.By.Name,
            context.Now));
        return null;
    }

    private static Refusal? Acknowledge(DecisionContext context, Complaint known, ComplaintCommand.AcknowledgeComplaint command)
    {
        var said = string.IsNullOrWhiteSpace(command.Said) ? null : command.Said.Trim();
        if (known.Acknowledged is { } before)
        {
            return before.How == command.How && before.At == command.ToldAt && before.Said == said
                ? null
                : new Refusal.WrongState(RefusalCode.ComplaintSettled, $"Complaint {known.Number} was acknowledged on {Words.Date(before.At)} already. Nothing was changed.");
        }

        if ((Closed(known) ?? Told(context, known, command.How, command.ToldAt)) is { } fault)
        {
            return fault;
        }

        context.Raise(new ComplaintEvent.ComplaintAcknowledged(known.Number, command.How, command.ToldAt, command.By.Name, said, context.Now));
        return null;
    }

    private static Refusal? Answer(DecisionContext context, Complaint known, ComplaintCommand.AnswerComplaint command)
    {
        if (known.Answered is { } before && known.Result == command.Result && before.How == command.How && before.At == command.ToldAt && before.Said == command.Said.Trim())
        {
            return null;
        }

        if (!Enum.IsDefined(command.Result) || command.Result == ComplaintResult.Withdrawn)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The result of a complaint is upheld, partlyUpheld or notUpheld. If it is not pursued, record that instead.");
        }

        if ((Closed(known) ?? Told(context, known, command.How, command.ToldAt)) is { } fault)
        {
            return fault;
        }

        context.Raise(new ComplaintEvent.ComplaintAnswered(known.Number, command.Result, command.How, command.ToldAt, command.By.Name, command.Said.Trim(), context.Now));
        return null;
    }

    private static Refusal? Withdraw(DecisionContext context, Complaint known)
    {
        if (known.Result == ComplaintResult.Withdrawn)
        {
            return null;
        }

        if (Closed(known) is { } closed)
        {
            return closed;
        }

        context.Raise(new ComplaintEvent.ComplaintWithdrawn(known.Number, context.Now));
        return null;
    }

    private static Refusal? Closed(Complaint known) => known.Result switch
    {
        null => null,
        ComplaintResult.Withdrawn => new Refusal.WrongState(RefusalCode.ComplaintSettled, $"Complaint {known.Number} was not pursued. If it is made again, record a new one."),
        _ => new Refusal.WrongState(RefusalCode.ComplaintSettled, $"Complaint {known.Number} was answered on {Words.Date(known.Answered!.At)}. If there is a new one, record it."),
    };

    private static Refusal.Invalid? Told(DecisionContext context, Complaint known, ToldHow how, Instant at) =>
        ToldChecks.Of(context, how, at, known.MadeAt, "the complaint was made");

    /// <summary>Which decision it is about, only its text says. So nobody looks at it who decided anything that the case knows of.</summary>
    private static bool Decided(AgreementState state, string id) =>
        state.Warnings.Any(warning => warning.GivenById == id || warning.DeciderId == id)
        || state.BreachesDecided.Any(breach => breach.DeciderId == id)
        || state.Referral.Overrides.Any(one => one.By?.Id == id);
}
