using System.Security.Cryptography;
using System.Text.Json;
using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Keeping;
using Diversion.Casework.Record;
using Diversion.Casework.Serialization;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.DataRights;

namespace Diversion.Casework.SubjectAccess;

/// <summary>The document that a request for the record is answered with: to be read and marked, and as it is given out.</summary>
public sealed class SubjectAccessQuery(RecordAccess access, Records records, DuplicateSearch people, MailRenderer mails, AccessLog log, IDestructionLog destroyed)
{
    /// <summary>The document as it would be given now, for the lead who reads it first.</summary>
    /// <param name="request">The number of the request.</param>
    public async ValueTask<Reply<SubjectAccessReview>> Review(string reference, int request, AccessRequest by, CancellationToken cancellation = default)
    {
        var found = await Find(reference, request, by, cancellation);
        if (found is not Reply<(AgreementState State, DataRequest Request)>.Given { Value: var (state, asked) })
        {
            return ((Reply<(AgreementState, DataRequest)>.Refused)found).Refusal;
        }

        var others = await people.Of(state.Id, state.Referral.Person, state.Referral.CustodyReference, null, cancellation);
        return new SubjectAccessReview(
            await Compile(state, asked, by, cancellation), asked, [.. others.Where(other => !other.IsCertain).Select(other => (other.Agreement.Value, DuplicateWords.Of(other.By)))]);
    }

    /// <summary>The document as it is given out. Logged on each of the cases before anything is shown, on one's own case too.</summary>
    public async ValueTask<Reply<SubjectAccessDocument>> GiveOut(string reference, int request, AccessRequest by, CancellationToken cancellation = default)
    {
        var found = await Find(reference, request, by, cancellation);
        if (found is not Reply<(AgreementState State, DataRequest Request)>.Given { Value: var (state, asked) })
        {
            return ((Reply<(AgreementState, DataRequest)>.Refused)found).Refusal;
        }

        var document = await Compile(state, asked, by, cancellation);
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(document.Cases, StoredJson.Options)));
        foreach (var one in document.Cases)
        {
            await log.Record(new AgreementId(one.Agreement), by.By, by.At, $"The person asked for it (request {asked.Number} of {document.Agreement}).", $"record for the person, SHA-256 {hash}", cancellation);
        }

        return document;
    }

    private async ValueTask<SubjectAccessDocument> Compile(AgreementState state, DataRequest asked, AccessRequest by, CancellationToken cancellation)
    {
        var compiler = new SubjectAccessCompiler(records, mails);
        var cases = new List<SubjectAccessCase> { await compiler.Of(state, asked.Marks, null, null, cancellation) };
        foreach (var other in await Others(state, cancellation))
        {
            cases.Add(await compiler.Of(other, asked.Marks, null, null, cancellation));
        }

        return new SubjectAccessDocument(records.Rulebook.Programme.Name, state.Id.Value, asked.Number, state.Referral.Person.Name, by.At, cases);
    }

    /// <summary>Only where a number says that it is the same person: a name and a birthday can be somebody else's.</summary>
    private async ValueTask<IReadOnlyList<AgreementState>> Others(AgreementState state, CancellationToken cancellation)
    {
        var found = await people.Of(state.Id, state.Referral.Person, null, null, cancellation);
        return await records.FindAll([.. found.Where(other => other.IsCertain).Select(other => other.Agreement.Value)], cancellation);
    }

    private async ValueTask<Reply<(AgreementState State, DataRequest Request)>> Find(string reference, int request, AccessRequest by, CancellationToken cancellation)
    {
        var reply = await access.At(reference, by, "record for the person", (_, _) => AccessPolicy.MayGiveRecord(by.By), cancellation);
        if (reply is not Reply<Seen>.Given { Value.State: var state })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        if (state.Keeping is { Ordered: not null } or { ErasedAt: not null })
        {
            return await Erased(state, cancellation);
        }

        return state.DataRequests.FirstOrDefault(known => known.Number == request && known.Kind == DataRequestKind.Access) is { } asked
            ? (state, asked)
            : new Refusal.Unknown(RefusalCode.DataRequestUnknown, "The case has no such request. Record the request to see the record first.");
    }

    /// <summary>What was destroyed, and when, is all that can be said of it.</summary>
    private async ValueTask<Refusal> Erased(AgreementState state, CancellationToken cancellation)
    {
        var entry = (await destroyed.All(cancellation)).LastOrDefault(entry => entry.Kind == DestroyedKind.Record && entry.Agreement == state.Id.Value);
        var what = entry is null
            ? $"The erasure of this record was ordered on {Words.Date((state.Keeping!.Ordered?.At ?? state.Keeping.ErasedAt)!.Value)}"
            : $"The record {entry.Agreement} and its papers were destroyed: ordered on {Words.Date(entry.At)}{(entry.Ground is { } ground ? $", {KeepingWords.Of(ground)}" : "")}{(entry.Request is { } request ? $", reference {request}" : "")}";
        return new Refusal.Ended(RefusalCode.RecordErased, $"{what}. Nothing that names the person is held any more: tell them that.");
    }
}
