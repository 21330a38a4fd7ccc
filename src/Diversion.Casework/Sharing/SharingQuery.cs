using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Staff;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Sharing;
using Diversion.Domain.Staff;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Sharing;

/// <summary>What one organisation is told of whom now, and who of it looked.</summary>
/// <param name="People">Those whom it works with and of whom it could be told something, at most <see cref="SharingQuery.MostPeople"/>.</param>
/// <param name="Looks">Newest first.</param>
public sealed record SharingWithView(string Organisation, IReadOnlyList<SharingAgreement> Agreed, IReadOnlyList<SharedPerson> People, IReadOnlyList<AccessEntry> Looks);

/// <param name="Open">For which purposes something is shown now; empty while the person has not agreed.</param>
public sealed record SharedPerson(string Agreement, string Name, IReadOnlyList<SharingPurpose> Open);

/// <summary>For leads: who is told what of whom, and who looked.</summary>
public sealed class SharingQuery(StaffService staff, Records records, ITableStore store, AccessLog log)
{
    public const int MostPeople = 200;
    public const int MostLooks = 100;

    /// <param name="organisation">As the directory spells it.</param>
    public async ValueTask<Reply<SharingWithView>> With(string? organisation, Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MaySeeSharing(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        if (await staff.Find(StaffId.Programme, cancellation) is not { } directory || directory.Organisation(organisation) is not { } known)
        {
            return new Refusal.Unknown(RefusalCode.OrganisationUnknown, "The directory has no organisation of this name. Choose one on the page of sharing agreements.");
        }

        SharingAgreement[] agreed = [.. directory.Sharing.Where(one => one.Organisation == known.Name)];
        var today = WorkingCalendar.DateOf(now);
        var states = agreed.Length == 0 ? [] : await records.FindAll(await Cases(directory, known.Name, cancellation), cancellation);
        return new SharingWithView(
            known.Name,
            agreed,
            [.. states.Where(state => CasePartners.Of(state).Contains(known.Name))
                .Select(state => new SharedPerson(state.Id.Value, state.Referral.Person.Name, [.. AccessPolicy.Open(known.Name, state, agreed, today).Select(one => one.Purpose)]))],
            await log.SharedWith(known.Name, MostLooks, cancellation));
    }

    /// <summary>Cases with a part for the organisation, and those in which one of its people is the mentor.</summary>
    private async ValueTask<IReadOnlyList<string>> Cases(StaffState directory, string organisation, CancellationToken cancellation)
    {
        var cases = new List<string>();
        foreach (var partition in directory.People.Where(person => person.Organisation == organisation && !person.HasLeft).Select(person => Partitions.Mentor(person.Id)).Prepend(Partitions.Provider(organisation)))
        {
            var page = await store.Query(new TableQuery(Tables.Caseload, partition, Limit: MostPeople), cancellation);
            cases.AddRange(page.Rows.Select(row => row.Text("agreement")));
        }

        return [.. cases.Distinct(StringComparer.Ordinal).Take(MostPeople)];
    }
}
