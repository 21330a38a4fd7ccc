using System.Collections.Immutable;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Offer;
using Diversion.Domain.Services;
using Diversion.Domain.Term;

namespace Diversion.Casework.Services;

/// <summary>
/// Writes the name and the provider of each service into a command that names it by id: a case keeps both as they are on that
/// day. A service that is unknown or closed gets no name, and the domain refuses it.
/// </summary>
public sealed class ServiceNames(ITableStore store)
{
    public async ValueTask<AgreementCommand> Of(AgreementCommand command, CancellationToken cancellation = default) => command switch
    {
        OfferCommand.MakeOffer c => c with { Conditions = await Of(c.Conditions, cancellation) },
        TermCommand.VaryAgreement c => c with { Add = await Of(c.Add, cancellation) },
        TermCommand.SubstituteCondition c => c with { Replacement = await Of(c.Replacement, cancellation) },
        Diversion.Domain.Breach.BreachCommand.DecideBreach c => c with { Add = await Of(c.Add, cancellation) },
        PathwayCommand.SendPathwayReferral { Service: { } named } c => await Find(named, cancellation) is { } row
            ? c with { Service = new ServiceRef(row.Id, row.Name), Provider = row.Organisation }
            : c with { Service = named with { Name = null } },
        _ => command,
    };

    private async ValueTask<ImmutableArray<ConditionTerms>> Of(ImmutableArray<ConditionTerms> all, CancellationToken cancellation)
    {
        if (all.IsDefault || !all.Any(terms => terms is ConditionTerms.Pathway { Service: not null }))
        {
            return all;
        }

        var named = ImmutableArray.CreateBuilder<ConditionTerms>(all.Length);
        foreach (var terms in all)
        {
            named.Add(await Of(terms, cancellation));
        }

        return named.ToImmutable();
    }

    private async ValueTask<ConditionTerms> Of(ConditionTerms terms, CancellationToken cancellation) => terms is not ConditionTerms.Pathway { Service: { } service } own
        ? terms
        : await Find(service, cancellation) is { } row
            ? own with { Service = new ServiceRef(row.Id, row.Name), Provider = row.Organisation }
            : own with { Service = service with { Name = null } };

    private async ValueTask<ServiceRow?> Find(ServiceRef service, CancellationToken cancellation) =>
        ServiceId.Read(service.Id) is { } id && await store.Get(Tables.Search, Partitions.Services, id.Value, cancellation) is { } row
        && RowOf<ServiceRow>.Read(row) is { Closed: null } found ? found : null;
}
