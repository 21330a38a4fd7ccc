using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Papers;

/// <summary>A letter with its address lines.</summary>
/// <param name="Address">Where it is sent; null when it is not known.</param>
public sealed record LetterView(string Programme, string Agreement, string Name, string? Address, PersonNews News, Letter Letter);

/// <summary>The letter that tells the person one piece of news.</summary>
public sealed class LetterQuery(RecordAccess access, Rulebook rulebook, LetterWriter writer)
{
    public async ValueTask<Reply<LetterView>> Of(string reference, string news, AccessRequest request, CancellationToken cancellation = default) =>
        (await access.At(reference, request, "letter", static (_, visible) => visible is { Person: true, Timeline: true }, cancellation))
            .Then<LetterView>(seen => seen.State.NewsOrNull(news) is { } told
                ? new LetterView(
                    rulebook.Programme.Name,
                    seen.State.Id.Value,
                    seen.State.Referral.Person.Name,
                    seen.State.Referral.Person.Address,
                    told,
                    writer.Write(seen.State, rulebook.SchemeOf(seen.State), told))
                : new Refusal.Unknown(RefusalCode.NewsUnknown, "There is no such letter. Open the case and choose one there."));
}
