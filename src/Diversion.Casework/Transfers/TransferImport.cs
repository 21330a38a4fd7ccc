using System.Collections.Immutable;
using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Formats;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Transfers;
using NodaTime;

namespace Diversion.Casework.Transfers;

/// <summary>Who takes the case over here. The people of the other programme are not known here.</summary>
/// <param name="Code">Of the bundle, as it was told apart from it.</param>
/// <param name="KeyWorker">The id; likewise of the others.</param>
/// <param name="Facilitator">Needed while restorative justice is open.</param>
/// <param name="Provider">The name, in place of providers that do not work here; needed while a pathway of such a one is open.</param>
public sealed record TakingOver(string? Code, string? KeyWorker, string? Officer, string? Facilitator = null, string? Provider = null);

/// <summary>
/// Takes a case in that another force or programme handed over. Everything is checked before anything is written: the list
/// and its code, each file's hash, each event's place in the chain, and that the events make a case that was handed over.
/// </summary>
public sealed class TransferImport(CaseworkService casework, DuplicateSearch duplicates, DocumentVault vault, DocumentScan scan)
{
    /// <param name="zip">Can be read again.</param>
    /// <exception cref="Storage.StorageUnavailableException">Importing the same bundle again goes on with it.</exception>
    public async ValueTask<Outcome> Run(Stream zip, TakingOver how, Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayHandOver(by))
        {
            return new Outcome.Refused(CaseworkRefusal.NotForRole());
        }

        var (bundle, noBundle) = await BundleReading.Open(zip, cancellation);
        if (bundle is null)
        {
            return new Outcome.Refused(noBundle!);
        }

        if (!bundle.IsCode(how.Code))
        {
            return new Outcome.Refused(TransferRefusals.Code());
        }

        var manifest = bundle.Manifest;
        if (!casework.Rulebook.Schemes.Has(manifest.Scheme, manifest.SchemeVersion))
        {
            return new Outcome.Refused(TransferRefusals.Scheme(manifest.Scheme, manifest.SchemeVersion));
        }

        if (await bundle.Events(cancellation) is not { } events)
        {
            return new Outcome.Refused(TransferRefusals.Damaged());
        }

        var (read, fault) = BundledCase.Read(manifest, events);
        if (read is null)
        {
            return new Outcome.Refused(fault!);
        }

        return await IsHere(read, cancellation) is { } here ? new Outcome.Refused(here) : await Take(bundle, read, how, by, now, cancellation);
    }

    private async ValueTask<Outcome> Take(BundleReading bundle, BundledCase read, TakingOver how, Actor by, Instant now, CancellationToken cancellation)
    {
        var staff = casework.Rulebook.Programme.Staff;
        var command = new TransferCommand.ReceiveTransfer(
            bundle.Manifest.From, Named(how.KeyWorker, staff.KeyWorker), Named(how.Officer, staff.Officer), how.Facilitator is null ? null : Named(how.Facilitator, staff.Facilitator), how.Provider,
            [.. staff.Providers], read.Hash) { By = by, At = now };
        var decision = Agreement.Decide(read.State, command, casework.Rulebook.RulesInForceFor(read.State, command));
        if (decision.Refusal is { } refused)
        {
            return new Outcome.Refused(refused);
        }

        // Every paper is checked before the first is kept.
        var papers = read.State.Documents.Where(paper => !paper.Removed).ToArray();
        if (papers.Length != bundle.Manifest.Files.Count - 1)
        {
            return new Outcome.Refused(TransferRefusals.Damaged());
        }

        foreach (var paper in papers)
        {
            if (await Checked(bundle, paper, cancellation) is { } fault)
            {
                return new Outcome.Refused(fault);
            }
        }

        foreach (var paper in papers)
        {
            await vault.Put(new DocumentKey(read.State.Id.Value, paper.Id), new MemoryStream((await bundle.Paper(paper.Id, cancellation))!), cancellation);
        }

        return await casework.Adopt(read.State, read.Hash, read.Rows, command, cancellation);
    }

    private async ValueTask<Refusal?> Checked(BundleReading bundle, Document paper, CancellationToken cancellation)
    {
        if (await bundle.Paper(paper.Id, cancellation) is not { } bytes || bundle.Manifest.Files.First(file => file.Name == TransferManifest.PapersFolder + paper.Id).Sha256 != paper.Sha256)
        {
            return TransferRefusals.Damaged();
        }

        using var content = new MemoryStream(bytes);
        var (format, unfit) = FormatReading.Of(content);
        if (unfit is not null || format != paper.Format)
        {
            return TransferRefusals.Damaged();
        }

        return await scan.Of(content, cancellation);
    }

    /// <summary>The case, or a running agreement of the same person.</summary>
    private async ValueTask<Refusal?> IsHere(BundledCase read, CancellationToken cancellation)
    {
        var id = read.State.Id;
        if (await casework.Find(id, cancellation) is { } known)
        {
            return known.Origin?.Chain == read.Hash ? TransferRefusals.Here($"{id} was imported on {Domain.Words.Date(known.Origin.ReceivedAt)}. Nothing was changed; open the case.")
                : known.HandedOver is { IsConfirmed: false } ? TransferRefusals.Here($"{id} was handed over from this programme. To have it back, take it back on its page.")
                : TransferRefusals.Here($"{id} is a case of this programme already, and its record is not the one of the bundle. Refer the person anew, and keep what matters as a paper.");
        }

        return (await duplicates.Of(id, read.State.Referral.Person, read.State.Referral.CustodyReference, null, cancellation)).FirstOrDefault(other => other is { IsCertain: true, Runs: true }) is { } other
            ? new Refusal.RuleForbids(RefusalCode.SecondAgreement, $"The person has an agreement that runs here: {other.Agreement}. A second one at the same time is not imported; settle that one first.")
            : null;
    }

    private static StaffRef Named(string? id, Func<string?, StaffRef?> find) => find(id) ?? new StaffRef(id ?? "", id ?? "");
}
