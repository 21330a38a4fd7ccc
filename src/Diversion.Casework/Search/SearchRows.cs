using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;

namespace Diversion.Casework.Search;

/// <summary>
/// The search index: each person under each part of the name, the date of birth, the telephone number and the crime numbers. A row says who is on the case, so
/// that a hit that the user may not see is skipped without reading the case. Possible duplicates are found under the keys
/// that identify a person (<see cref="IdentityKeys"/>).
/// </summary>
public static class SearchRows
{
    public static void Add(AgreementState state, List<ReadModelRow> rows)
    {
        var words = FoldedName.Words(state.Referral.Person.Name);
        var properties = RowOf<SearchRow>.Write(new SearchRow(
            state.Id.Value,
            string.Join(' ', words),
            state.Referral.Officer.Id,
            state.Referral.Officer.Team,
            state.KeyWorker?.Id,
            state.KeyWorker?.Team,
            state.Cover?.Worker.Id));
        foreach (var word in words)
        {
            rows.Add(new ReadModelRow(Tables.Search, Partitions.NamePart(word), $"{word}|{state.Id.Value}", properties));
        }

        rows.Add(new ReadModelRow(Tables.Search, Partitions.BornOn(state.Referral.Person.BornOn), state.Id.Value, properties));
        if (state.Referral.Person.Phone is { } phone && Telephone.Plain(phone) is { } number)
        {
            rows.Add(new ReadModelRow(Tables.Search, Partitions.Telephone(number), state.Id.Value, properties));
        }

        foreach (var crime in state.Referral.Offences.Select(one => one.Offence.CrimeNumber).OfType<string>().Select(IdentityKeys.Plain).Where(plain => plain.Length > 0).Distinct())
        {
            rows.Add(new ReadModelRow(Tables.Search, Partitions.Crime(crime), state.Id.Value, properties));
        }

        var reference = RowOf<ReferenceRow>.Write(new ReferenceRow(state.Id.Value));
        foreach (var (_, partition) in IdentityKeys.Of(state.Referral.Person, state.Referral.CustodyReference))
        {
            rows.Add(new ReadModelRow(Tables.Search, partition, state.Id.Value, reference));
        }
    }
}
