using Diversion.Casework.Agreements;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Casework.Schemes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.WhatIf;
using NodaTime;

namespace Diversion.Casework.WhatIf;

/// <summary>Takes every recorded decision of the programme's past again, under changed rules. It changes nothing.</summary>
public sealed class WhatIfQuery(ITableStore store, Rulebook rulebook)
{
    /// <param name="changes">Each "path=value", for every version of the scheme that has the figure.</param>
    /// <param name="from">Cases referred before this instant are left out; null takes all.</param>
    /// <param name="progress">Called with the number of agreements looked at so far.</param>
    public async Task<WhatIfResult> Run(IReadOnlyList<string> changes, Instant? from = null, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        if (changes.Count == 0)
        {
            return new WhatIfResult.Refused(["Give at least one figure to change, such as breach.proposeAt=4."]);
        }

        // The newest version must have the figure; an older one without it stays as it is.
        if (Changed(rulebook.Schemes.InForce(rulebook.Programme.Scheme, LocalDate.MaxIsoValue)!, changes) is SchemeOverrideResult.Refused refused)
        {
            return new WhatIfResult.Refused([.. refused.Faults.Select(fault => $"{fault}")]);
        }

        var summary = new WhatIfSummary();
        var versions = new Dictionary<SchemeRef, SchemeRules>();
        long seen = 0;
        await foreach (var stored in StoredStream.All(store, RegisteredStreams.Kinds, cancellation))
        {
            if (stored.Id.Kind != AgreementKind.Instance || stored.Events.Count == 0)
            {
                continue;
            }

            var past = stored.Events.Select(row => StreamRows.Read(row, stored.Id.Id, AgreementEvents.Catalogue)).Select(one => new PastEvent(one.Event, one.By, one.At)).ToArray();
            progress?.Report(++seen);
            if (from is null || past[0].At >= from)
            {
                summary.Add(stored.Id.Id, Retaking.Of(past, rulebook.RulesInForceFor, Other));
            }
        }

        return new WhatIfResult.Answered(changes, summary);

        RulesInForce Other(AgreementState? state, AgreementCommand command)
        {
            var own = rulebook.RulesInForceFor(state, command);
            if (!versions.TryGetValue(own.Scheme.Reference, out var other))
            {
                other = Changed(own.Scheme, changes) is SchemeOverrideResult.Applied applied ? applied.Rules : own.Scheme;
                versions.Add(own.Scheme.Reference, other);
            }

            return own with { Scheme = other };
        }
    }

    private static SchemeOverrideResult Changed(SchemeRules scheme, IReadOnlyList<string> changes) => SchemeOverrides.Apply(scheme, changes);
}
