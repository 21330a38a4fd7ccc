using Diversion.Casework.Boundaries;
using Diversion.Casework.Storage;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Reading;
using Diversion.Domain.Services;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Services;

/// <summary>Finds open services of the directory: by words, need and place, and for a person with why the others do not fit.</summary>
public sealed class ServiceFinder(ServiceDirectory directory, BoundaryService boundaries, ITableStore store)
{
    /// <summary>Beyond every distance in the country: those of whose place nothing is known come last.</summary>
    private const double Far = 10_000;

    /// <summary>Where no distance is known, a service in the same ward comes before one in the same district.</summary>
    private const double SameWard = 2;
    private const double SameDistrict = 12;

    private const int MostChoices = 40;

    /// <param name="limit">Of those that fit, and again of the others.</param>
    /// <param name="skip">So many of those that fit were shown before.</param>
    public async ValueTask<ServicesFound> Find(ServiceWish wish, Instant now, int limit, int skip = 0, CancellationToken cancellation = default)
    {
        var today = WorkingCalendar.DateOf(now);
        var words = wish.Text is null ? [] : FoldedName.Text(wish.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var place = wish.Place is null ? "" : FoldedName.Text(wish.Place);
        var person = wish.Person ?? new ServicePerson();
        var middle = wish.Person is null
            ? await PlaceFinder.Middle(boundaries, wish.Place, wish.Place, cancellation)
            : await PlaceFinder.Middle(boundaries, person.Ward, person.District, cancellation);
        var fit = new List<(ListedService Service, double Distance, IReadOnlyList<string> Against)>();
        var others = new List<(ListedService Service, double Distance, IReadOnlyList<string> Against)>();
        foreach (var service in await directory.All(cancellation))
        {
            if (service.IsClosed || (wish.Need is { } need && !service.Entry.Needs.Contains(need)) || !IsAt(service, place) || !HasAll(service, words)
                || (wish.WithSlots && !service.Slots.Any(slot => slot.StartsAt > now)))
            {
                continue;
            }

            IReadOnlyList<string> against = wish.Person is null ? [] : ServiceFit.Against(service.Entry, service.Partnership, null, person, today);
            (against.Count == 0 ? fit : others).Add((service, Distance(service.Entry, middle, person), against));
        }

        // The directory is in the order of names, and this order is stable.
        return new(
            await Show(fit.OrderBy(one => one.Distance).Skip(skip).Take(limit), middle, person, now, cancellation),
            await Show(others.OrderBy(one => one.Distance).Take(limit), middle, person, now, cancellation),
            fit.Count,
            others.Count);
    }

    /// <summary>What fits this person, nearest first, and then what does not, for the choice of a pathway.</summary>
    public async ValueTask<IReadOnlyList<ServiceChoice>> Choices(AgreementState state, Instant now, CancellationToken cancellation = default)
    {
        var found = await Find(new ServiceWish(Person: PersonFacts.Of(state, WorkingCalendar.DateOf(now))), now, MostChoices, cancellation: cancellation);
        return [.. found.Fit.Concat(found.Others).Select(Choice)];
    }

    /// <summary>"Supported housing, Home and Hearth (accommodation): 3 km away, 2 of 20 places free".</summary>
    public static string OneLine(FoundService found)
    {
        var facts = new[] { found.Near, PlacesOf(found) }.OfType<string>().ToArray();
        return $"{found.Entry.Name}, {found.Entry.Organisation} ({string.Join("; ", found.Entry.Needs.Select(Words.Of))}){(facts.Length == 0 ? "" : $": {string.Join(", ", facts)}")}";
    }

    /// <summary>How many places are free, or how many wait; null when nothing is known of either.</summary>
    public static string? PlacesOf(FoundService found) => (found.FreePlaces, found.Usage.Waiting) switch
    {
        ({ } free, > 0 and var waiting) => $"{free} of {found.Entry.Places} places free, {waiting} waiting",
        ({ } free, _) => $"{free} of {found.Entry.Places} places free",
        (null, > 0 and var waiting) => $"{waiting} waiting",
        _ => null,
    };

    private static ServiceChoice Choice(FoundService found) => new(
        found.Id, found.Entry.Name, found.Entry.Organisation, found.Entry.Needs, OneLine(found), found.Fits ? null : string.Join(" ", found.Against));

    private async ValueTask<IReadOnlyList<FoundService>> Show(
        IEnumerable<(ListedService Service, double Distance, IReadOnlyList<string> Against)> found, (double, double)? middle, ServicePerson person, Instant now, CancellationToken cancellation)
    {
        var shown = new List<FoundService>();
        foreach (var (service, distance, against) in found)
        {
            var entry = service.Entry;
            var kilometres = middle is not null && entry.Latitude is not null ? Math.Round(distance, 1) : (double?)null;
            shown.Add(new FoundService(
                service.Id,
                entry,
                await ServiceUsage.Of(store, service.Id, now, cancellation),
                kilometres,
                kilometres is { } known ? Away(known) : Same(entry.Ward, person.Ward) ? "in the same ward" : Same(entry.District, person.District) ? "in the same district" : null,
                against,
                Notes(entry, person)) { Slots = [.. service.Slots.Where(slot => slot.StartsAt > now)] });
        }

        return shown;
    }

    private static string Away(double kilometres) => kilometres < 1 ? "under 1 km away" : $"{kilometres:0} km away";

    private static List<string> Notes(ServiceEntry entry, ServicePerson person)
    {
        var notes = new List<string>();
        if (entry.Who is { } who)
        {
            notes.Add($"Who: {who.TrimEnd('.')}.");
        }

        if (person.Language is { } language && !language.Equals("English", StringComparison.OrdinalIgnoreCase) && !entry.Languages.Contains(language, StringComparer.OrdinalIgnoreCase))
        {
            notes.Add($"It does not list {language}: ask for an interpreter.");
        }

        return notes;
    }

    private static double Distance(ServiceEntry entry, (double, double)? middle, ServicePerson person) =>
        middle is { } from && entry is { Latitude: { } latitude, Longitude: { } longitude } ? PlaceFinder.Kilometres(from, ((double)latitude, (double)longitude))
        : Same(entry.Ward, person.Ward) ? SameWard
        : Same(entry.District, person.District) ? SameDistrict
        : Far;

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>It is there, or takes the people of that place by name.</summary>
    private static bool IsAt(ListedService service, string place) => place.Length == 0 || service.Places.Contains(place, StringComparison.Ordinal);

    private static bool HasAll(ListedService service, string[] words)
    {
        foreach (var word in words)
        {
            if (!service.Text.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
