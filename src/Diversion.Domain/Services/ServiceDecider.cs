using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Streams;
using Diversion.Domain.Time;

namespace Diversion.Domain.Services;

/// <summary>
/// Decides commands on a service. People of a partner organisation keep the entries of their own organisation; whoever tries
/// to change another's is refused, and the leads are told.
/// </summary>
public static class ServiceDecider
{
    public static Refusal.Unknown Unknown => new(RefusalCode.ServiceUnknown, "The directory has no such service. Search it again.");

    /// <param name="organisation">Whose entry it is.</param>
    public static Refusal.NotPermitted NotYours(string organisation) => new(
        RefusalCode.ServiceNotYours, $"This entry belongs to {organisation}, so nothing was changed. If it is wrong, tell {organisation} or a lead.");

    /// <param name="state">Null before it was added.</param>
    public static Decision<ServiceState, ServiceEvent> Decide(ServiceId id, ServiceState? state, ServiceCommand command, ServiceInputs inputs)
    {
        var texts = new TextInspection();
        texts.Prose("reason", command.Reason);
        if ((Admission.Of(command, ServiceCommands.Of(command)) ?? texts.Fault) is { } refused)
        {
            return Refused(state, refused);
        }

        if (command is ServiceCommand.AddService add)
        {
            return Add(id, state, add, inputs);
        }

        if (state is null)
        {
            return Refused(state, Unknown);
        }

        return IsOthers(state, command) && command is not ServiceCommand.GiveBackSlot ? RefuseOthers(state, command) : command switch
        {
            ServiceCommand.TimePassed c => Pass(state, c),
            ServiceCommand.ChangeService c => Change(state, c, inputs),
            ServiceCommand.RecordPartnership c => Record(state, c, inputs),
            ServiceCommand.ReviewPartnership c => Review(state, c, inputs),
            ServiceCommand.PublishSlots or ServiceCommand.WithdrawSlot or ServiceCommand.TakeSlot or ServiceCommand.GiveBackSlot => SlotDecider.Decide(state, command),
            ServiceCommand.CloseService => Close(state, command),
            ServiceCommand.ReopenService => state.IsClosed ? Raised(state, new ServiceEvent.ServiceReopened(command.By.AsStaff(), command.At)) : Unchanged(state),
            ServiceCommand.ReadRefusedChanges => state.Refused.IsEmpty ? Unchanged(state) : Raised(state, new ServiceEvent.RefusedChangesRead(command.By.AsStaff(), command.At)),
            _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
        };
    }

    /// <summary>Only people of partners have an organisation.</summary>
    private static bool IsOthers(ServiceState state, ServiceCommand command) =>
        command.By.Organisation is { } own && ReferenceText.Key(own) != ReferenceText.Key(state.Entry.Organisation);

    /// <summary>Once a day for each person, however often they try.</summary>
    private static Decision<ServiceState, ServiceEvent> RefuseOthers(ServiceState state, ServiceCommand command)
    {
        var refusal = new Refusal.NotPermitted(
            RefusalCode.ServiceNotYours, $"{NotYours(state.Entry.Organisation).Message} The programme's leads are told that you tried.");
        var told = state.Refused.Any(one => one.By.Id == command.By.Id && WorkingCalendar.DateOf(one.At) == WorkingCalendar.DateOf(command.At));
        if (told)
        {
            return Refused(state, refusal);
        }

        var happened = new ServiceEvent.ChangeRefused(command.By.AsStaff(), command.By.Organisation!, command.At);
        return new([happened], refusal, ServiceState.Evolve(state, happened));
    }

    private static Decision<ServiceState, ServiceEvent> Add(ServiceId id, ServiceState? state, ServiceCommand.AddService command, ServiceInputs inputs)
    {
        if (ServiceId.Read(id.Value) is null)
        {
            return Refused(state, new Refusal.Invalid(RefusalCode.ServiceFaulty, $"A service's id has {ServiceId.Form}."));
        }

        var (entry, fault) = ServiceEntryReading.Read(command.Entry, inputs);
        if (fault is not null)
        {
            return Refused(state, fault);
        }

        if (command.By.Organisation is { } own && ReferenceText.Key(own) != ReferenceText.Key(entry.Organisation))
        {
            return Refused(state, Organisation("You can add services of your own organisation only."));
        }

        return state is null
            ? Raised(state, new ServiceEvent.ServiceAdded(id.Value, entry, command.By.AsStaff(), command.At))
            : state.Entry.SameAs(entry)
                ? Unchanged(state)
                : Refused(state, new Refusal.WrongState(RefusalCode.ServiceExists, "The directory has a service with this id. Change its entry instead."));
    }

    private static Decision<ServiceState, ServiceEvent> Change(ServiceState state, ServiceCommand.ChangeService command, ServiceInputs inputs)
    {
        var (entry, fault) = ServiceEntryReading.Read(command.Entry, inputs);
        if (fault is not null)
        {
            return Refused(state, fault);
        }

        if (command.By.Organisation is not null && ReferenceText.Key(entry.Organisation) != ReferenceText.Key(state.Entry.Organisation))
        {
            return Refused(state, Organisation("A lead gives an entry to another organisation. Ask one."));
        }

        return state.Entry.SameAs(entry) ? Unchanged(state) : Raised(state, new ServiceEvent.EntryChanged(entry, command.By.AsStaff(), command.At));
    }

    private static Decision<ServiceState, ServiceEvent> Record(ServiceState state, ServiceCommand.RecordPartnership command, ServiceInputs inputs)
    {
        if (command.Partnership is not { } given)
        {
            return Refused(state, new Refusal.Invalid(RefusalCode.TextMissing, "Give the dates of the partnership agreement."));
        }

        var texts = new TextInspection();
        texts.Line("partnership.reference", given.Reference);
        if (texts.Fault is { } fault)
        {
            return Refused(state, fault);
        }

        // A review that is late already is recorded, too: the leads are told at once.
        var why = !IsPlausible(given.StartsOn) || !IsPlausible(given.ReviewOn) || given.EndsOn is { } last && !IsPlausible(last) ? ("partnership.startsOn", "The dates are between 2000 and 2099.")
            : given.ReviewOn < given.StartsOn ? ("partnership.reviewOn", "The review is not before the start.")
            : given.EndsOn < given.StartsOn ? ("partnership.endsOn", "The last day is not before the start.")
            : given.ReviewOn > given.EndsOn ? ("partnership.reviewOn", "The review is not after the last day.")
            : ((string Field, string Why)?)null;
        if (why is { } faulty)
        {
            return Refused(state, new Refusal.Invalid(RefusalCode.ValueOutOfRange, faulty.Why) { Field = faulty.Field });
        }

        var kept = given with { Reference = LineOrNull(given.Reference) };
        return state.Partnership == kept
            ? Unchanged(state)
            : Raised(state, new ServiceEvent.PartnershipRecorded(kept, ReviewBy(inputs, kept.ReviewOn), command.By.AsStaff(), command.At));
    }

    private static Decision<ServiceState, ServiceEvent> Review(ServiceState state, ServiceCommand.ReviewPartnership command, ServiceInputs inputs)
    {
        if (state.Partnership is not { } partnership)
        {
            return Refused(state, new Refusal.WrongState(RefusalCode.PartnershipNone, "There is no partnership agreement to review. Record one first."));
        }

        var texts = new TextInspection();
        texts.Prose("reason", command.Reason, required: true);
        if (texts.Fault is { } fault)
        {
            return Refused(state, fault);
        }

        if (command.NextReviewOn is { } next && (next <= WorkingCalendar.DateOf(command.At) || !IsPlausible(next) || next > partnership.EndsOn))
        {
            return Refused(state, new Refusal.Invalid(RefusalCode.ValueOutOfRange, "The next review is after today, and not after the last day of the partnership agreement.") { Field = "nextReviewOn" });
        }

        return Raised(state, new ServiceEvent.PartnershipReviewed(
            command.NextReviewOn, command.NextReviewOn is { } on ? ReviewBy(inputs, on) : null, command.By.AsStaff(), command.At));
    }

    private static Decision<ServiceState, ServiceEvent> Close(ServiceState state, ServiceCommand command)
    {
        if (state.IsClosed)
        {
            return Unchanged(state);
        }

        var texts = new TextInspection();
        texts.Prose("reason", command.Reason, required: true);
        return texts.Fault is { } fault ? Refused(state, fault) : Raised(state, new ServiceEvent.ServiceClosed(command.By.AsStaff(), command.At));
    }

    private static Decision<ServiceState, ServiceEvent> Pass(ServiceState state, ServiceCommand.TimePassed command)
    {
        var happened = ImmutableArray.CreateBuilder<ServiceEvent>();
        var answers = command.Followed.IsDefault ? [] : command.Followed.RemoveAll(answer => state.ToFollow.All(hold => hold.StartsAt != answer.StartsAt));
        if (!answers.IsEmpty)
        {
            happened.Add(new ServiceEvent.CasesFollowed(answers));
        }

        if (state.NextReminder is not null && state.Review!.Ladder.Count(at => at <= command.At) is var passed && passed > state.Step)
        {
            happened.Add(new ServiceEvent.LeadsReminded(passed, state.Review.Due));
        }

        return new([.. happened], null, happened.Aggregate(state, ServiceState.Evolve));
    }

    private static bool IsPlausible(LocalDate day) => day.Year is >= 2000 and <= 2099;

    private static Deadline ReviewBy(ServiceInputs inputs, LocalDate on) => inputs.Deadlines.AtCloseOf(RuleIds.PartnershipReview, on);

    private static string? LineOrNull(string? text) => text is null || PlainText.Clean(text, lines: false) is not { Length: > 0 } line ? null : line;

    private static Refusal.NotPermitted Organisation(string why) => new(RefusalCode.ServiceNotYours, why);

    private static Decision<ServiceState, ServiceEvent> Unchanged(ServiceState state) => new([], null, state);

    private static Decision<ServiceState, ServiceEvent> Raised(ServiceState? state, ServiceEvent happened) => new([happened], null, ServiceState.Evolve(state, happened));

    private static Decision<ServiceState, ServiceEvent> Refused(ServiceState? state, Refusal refusal) => new([], refusal, state!);
}
