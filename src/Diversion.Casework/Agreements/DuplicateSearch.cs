using System.Collections.Immutable;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Search;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Offer;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;
using Diversion.Domain.Visits;

namespace Diversion.Casework.Agreements;

/// <summary>Finds other cases that may be of the same person: by name and birth date, PNC id and custody reference.</summary>
public sealed class DuplicateSearch(ITableStore store) : IOtherAppointments
{
    /// <summary>More cases than anybody reads for one person.</summary>
    private const int Most = 20;

    private readonly StreamReader<AgreementState, AgreementEvent> agreements = new(store, AgreementKind.Instance);

    /// <summary>The decisions that take possible duplicates into account.</summary>
    internal static bool IsAskedBy(AgreementState? state, AgreementCommand command) => command switch
    {
        ReferralCommand.Refer => state is null,
        ReferralCommand.ApproveEligibility or OfferCommand.MakeOffer or OfferCommand.SignAgreement => state is { IsTerminal: false },
        _ => false,
    };

    /// <summary>The decisions that take the person's appointments of other agreements into account.</summary>
    internal static bool IsBooking(AgreementCommand command) =>
        command is AppointmentCommand.ScheduleAppointment or AppointmentCommand.ScheduleSeries or AppointmentCommand.RescheduleAppointment or AppointmentCommand.CorrectAttendance or VisitCommand.BookVisit;

    /// <summary>The numbers that tell for certain that two cases are of one person.</summary>
    internal static IEnumerable<string> NumbersOf(AgreementState state) =>
        IdentityKeys.Of(state.Referral.Person, null).Where(key => key.By is SameBy.PncId or SameBy.CroNumber or SameBy.ProbationNumber).Select(key => key.Partition);

    public async ValueTask<RulesInForce> WithOtherAppointments(RulesInForce inForce, AgreementState state, AgreementCommand command, CancellationToken cancellation) =>
        IsBooking(command) ? inForce with { OtherAppointments = await OtherAppointments(state, cancellation) } : inForce;

    /// <summary>For the person that a command is about.</summary>
    internal ValueTask<ImmutableArray<PossibleDuplicate>> For(AgreementId id, AgreementState? state, AgreementCommand command, CancellationToken cancellation) =>
        command is ReferralCommand.Refer refer
            ? Of(id, refer.Person, refer.CustodyReference, WorkingDay(refer), cancellation)
            : Of(id, state!.Referral.Person, state.Referral.CustodyReference, null, cancellation);

    /// <param name="except">The case itself; null while there is none.</param>
    /// <param name="today">Needed for a person as typed, whose PNC id is parsed first. Null for one that is recorded.</param>
    /// <returns>Latest first.</returns>
    public async ValueTask<ImmutableArray<PossibleDuplicate>> Of(
        AgreementId? except, Person person, string? custodyReference, NodaTime.LocalDate? today, CancellationToken cancellation = default)
    {
        if (today is { } day && person.PncId is { } typed)
        {
            person = person with { PncId = PncId.Read(typed, day) };
        }

        if (today is not null && person.CroNumber is { } cro)
        {
            person = person with { CroNumber = CroNumber.Read(cro).Value };
        }

        if (today is not null && person.ProbationNumber is { } probation)
        {
            person = person with { ProbationNumber = ProbationNumber.Read(probation).Value };
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, partition) in IdentityKeys.Of(person, custodyReference))
        {
            var page = await store.Query(new TableQuery(Tables.Search, partition, Limit: Most), cancellation);
            found.UnionWith(page.Rows.Select(row => RowOf<ReferenceRow>.Read(row).Agreement));
        }

        // The row may be older than the case; the status of the case itself counts.
        var others = new List<(PossibleDuplicate Other, NodaTime.Instant ReferredAt)>();
        foreach (var reference in found.Where(reference => reference != except?.Value))
        {
            if (await agreements.Load(reference, cancellation) is { State: var state }
                && IdentityKeys.Common(person, custodyReference, state.Referral.Person, state.Referral.CustodyReference).ToImmutableArray() is { IsEmpty: false } by)
            {
                others.Add((new PossibleDuplicate(state.Id, by, state.Status), state.Referral.ReferredAt));
            }
        }

        return [.. others.OrderByDescending(one => one.ReferredAt).ThenBy(one => one.Other.Agreement.Value, StringComparer.Ordinal).Select(one => one.Other)];
    }

    /// <param name="number">A probation number as somebody typed it.</param>
    internal ValueTask<ImmutableArray<PossibleDuplicate>> OfProbation(string number, CancellationToken cancellation) => ProbationNumber.Read(number).Value is { } read
        ? Of(null, new Person("", default) { ProbationNumber = read }, null, null, cancellation)
        : new([]);

    /// <summary>When the person is at appointments of other agreements: only where a number says that it is the same person.</summary>
    private async ValueTask<ImmutableArray<TakenTime>> OtherAppointments(AgreementState state, CancellationToken cancellation)
    {
        if (state.Referral.Person is { PncId: null, CroNumber: null, ProbationNumber: null })
        {
            return [];
        }

        var taken = ImmutableArray.CreateBuilder<TakenTime>();
        foreach (var other in (await Of(state.Id, state.Referral.Person, null, null, cancellation)).Where(other => other is { IsCertain: true, Runs: true }))
        {
            if (await agreements.Load(other.Agreement.Value, cancellation) is { State: var running })
            {
                taken.AddRange(Overlap.Of(running));
            }
        }

        return taken.ToImmutable();
    }

    private static NodaTime.LocalDate WorkingDay(AgreementCommand command) => Domain.Time.WorkingCalendar.DateOf(command.At);
}
