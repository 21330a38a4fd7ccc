using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Services;

/// <summary>Services that a person can ring by themselves, for the letter of useful numbers.</summary>
internal static class UsefulServices
{
    private const int Most = 8;
    private const int MostForNeed = 3;

    /// <summary>One line each: "Debt specialist, Clear Start Recovery: 0191 498 0106. Monday, 10am to 3pm".</summary>
    public static async ValueTask<IReadOnlyList<string>> For(AgreementState state, ServiceFinder services, Instant now, CancellationToken cancellation)
    {
        var person = PersonFacts.Of(state, WorkingCalendar.DateOf(now));
        PathwayKind?[] needs = state.Referral.Needs is { IsEmpty: false } known ? [.. known.Cast<PathwayKind?>()] : [null];
        var chosen = new List<FoundService>();
        foreach (var need in needs)
        {
            var found = await services.Find(new ServiceWish(Need: need, Person: person), now, Most * MostForNeed, cancellation: cancellation);
            chosen.AddRange(found.Fit.Where(one => one.Entry.Phone is not null && chosen.TrueForAll(other => other.Id != one.Id)).Take(need is null ? Most : MostForNeed));
        }

        return [.. chosen.Take(Most).Select(Line)];
    }

    private static string Line(FoundService found) =>
        $"{found.Entry.Name}, {found.Entry.Organisation}: {found.Entry.Phone}{(found.Entry.Contact is { } contact ? $", ask for {contact}" : "")}{(found.Entry.OpeningHours is { } hours ? $". {hours.TrimEnd('.')}" : "")}";
}
