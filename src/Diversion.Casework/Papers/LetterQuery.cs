using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Casework.Services;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Victim;
using NodaTime;

namespace Diversion.Casework.Papers;

/// <summary>A letter with its address lines.</summary>
/// <param name="Name">Whom it is to.</param>
/// <param name="Address">Where it is sent; null when the case keeps none.</param>
/// <param name="About">What it is about, in words.</param>
/// <param name="News">The piece of news that the person was told of once it is posted; null when that is not recorded.</param>
/// <param name="Victim">Likewise of a letter to a victim.</param>
/// <param name="Reach">How the victim wants to be reached, which may be an address; not printed on the letter.</param>
/// <param name="WithPaper">The agreement is printed and posted with it.</param>
public sealed record LetterView(
    string Programme, string Agreement, string Name, string? Address, string About, Letter Letter, string? News = null, string? Victim = null, string? Reach = null, bool WithPaper = false);

/// <summary>The letters of a case: one for each piece of news, with the offer, the agreement and the appointments, and to the victim.</summary>
public sealed class LetterQuery(RecordAccess access, Rulebook rulebook, LetterWriter writer, ServiceFinder services)
{
    /// <summary>Names of letters that are no piece of news.</summary>
    public const string Offer = "offer";
    public const string Appointments = "appointments";

    /// <summary>Services that fit the person and can be rung.</summary>
    public const string UsefulNumbers = "useful-numbers";

    private const string Victim = "victim-";

    private static readonly Refusal.Unknown NoLetter = new(RefusalCode.NewsUnknown, "There is no such letter. Open the case and choose one there.");

    private static readonly string Signed = PersonNews.IdOf(NewsKind.Signing, 0);

    /// <summary>The letters beside those about a piece of news that can be printed now, each with what it is.</summary>
    public static IEnumerable<(string Letter, string Text)> Others(AgreementState state, Instant now)
    {
        if (state.Status == AgreementStatus.Offered)
        {
            yield return (Offer, "Print a letter with the offer");
        }

        if (state.Term is not null && !state.IsTerminal)
        {
            yield return (Signed, "Print a letter with the agreement");
            if (LetterWriter.ToCome(state, now).Any())
            {
                yield return (Appointments, "Print a letter with the appointments");
            }
        }
    }

    /// <summary>The name of the letter that tells a victim.</summary>
    public static string ToVictim(int victim, VictimNews news) => Victim + VictimItem.Of(victim, news);

    /// <param name="letter">The id of a piece of news, or one of the names above.</param>
    /// <param name="language">The code of a language; null for English.</param>
    public async ValueTask<Reply<LetterView>> Of(string reference, string letter, string? language, AccessRequest request, CancellationToken cancellation = default)
    {
        var victim = letter.StartsWith(Victim, StringComparison.Ordinal) ? VictimItem.Read(letter[Victim.Length..]) : null;
        var reply = await access.At(
            reference, request, victim is null ? "letter" : "letter to a victim", (_, visible) => victim is { } one ? visible.SeesVictim(one.Victim) : visible is { Person: true, Timeline: true }, cancellation);
        if (letter == UsefulNumbers && reply is Reply<Seen>.Given { Value.State: var state })
        {
            return await Numbers(state, language, request.At, cancellation);
        }

        return reply.Then<LetterView>(seen =>
            LetterLanguage.All.FirstOrDefault(one => one.Code == (language ?? LetterLanguage.English.Code)) is { } known && (victim is { } one ? ToVictim(seen.State, one.Victim, one.News, known) : Written(seen.State, letter, known, request.At)) is { } written
                ? written
                : (Reply<LetterView>)NoLetter);
    }

    /// <summary>For the needs that are recorded, nearest first; for whatever can be rung when none is.</summary>
    private async ValueTask<Reply<LetterView>> Numbers(AgreementState state, string? language, Instant now, CancellationToken cancellation)
    {
        if (LetterLanguage.All.FirstOrDefault(one => one.Code == (language ?? LetterLanguage.English.Code)) is not { } known)
        {
            return NoLetter;
        }

        var numbers = await UsefulServices.For(state, services, now, cancellation);
        return numbers.Count == 0
            ? new Refusal.WrongState(RefusalCode.NewsUnknown, "No service of the directory that fits this person has a telephone number. Ask a lead to add one.")
            : ToPerson(state, "useful numbers", writer.UsefulNumbers(state, numbers, known));
    }

    private LetterView? Written(AgreementState state, string letter, LetterLanguage language, Instant now)
    {
        var scheme = rulebook.SchemeOf(state);
        switch (letter)
        {
            case Offer:
                return state is { Status: AgreementStatus.Offered } ? ToPerson(state, "the offer", writer.Offer(state, scheme, language)) with { WithPaper = true } : null;
            case Appointments:
                return LetterWriter.ToCome(state, now).ToList() is { Count: > 0 } coming
                    ? ToPerson(state, "the appointments", writer.Appointments(state, coming, language)) with { News = state.News.FirstOrDefault(news => news is { Kind: NewsKind.Appointment, Told: null, Void: false })?.Id }
                    : null;
            default:
                return letter == Signed && state.Term is not null
                    ? ToPerson(state, "the signed agreement", writer.Agreement(state, scheme, language)) with { News = state.NewsOrNull(letter)?.Id, WithPaper = true }
                    : state.NewsOrNull(letter) is { } told ? ToPerson(state, NewsWords.Of(told), writer.Write(state, scheme, told, language)) with { News = told.Id } : null;
        }
    }

    private LetterView ToPerson(AgreementState state, string about, Letter written) => new(
        rulebook.Programme.Name, state.Id.Value, state.Referral.Person.Name, state.Referral.Person.Address, about, written);

    /// <summary>To who speaks for a business or a child. Nobody who opted out is written to.</summary>
    private LetterView? ToVictim(AgreementState state, int number, VictimNews news, LetterLanguage language)
    {
        if (!VictimObligations.IsToBeTold(state, news) || state.Victims.Find(number) is not { OptedOut: false } victim)
        {
            return null;
        }

        var name = ((string?[])[victim.Details.ContactPerson, victim.Details.Name]).FirstOrDefault(one => !string.IsNullOrWhiteSpace(one)) ?? "Sir or Madam";
        var at = victim.Details is { Kind: VictimKind.Business, ContactPerson.Length: > 0, Name: var business } ? business : null;
        return new(
            rulebook.Programme.Name, state.Id.Value, name, at, $"the {Words.Of(news)}, to {VictimWords.Of(state.Victims, number)}", writer.ToVictim(state, news, name, language), Victim: VictimItem.Of(number, news), Reach: victim.Details.Contact);
    }
}
