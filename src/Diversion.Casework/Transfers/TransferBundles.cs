using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Documents;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Transfers;

namespace Diversion.Casework.Transfers;

/// <summary>A case as it is handed over: its events in their stored form, and its papers.</summary>
public sealed record TransferBundle(TransferManifest Manifest, byte[] Events, IReadOnlyList<Document> Papers)
{
    public string Code => TransferManifest.CodeOf(Manifest.Write());

    public string FileName => $"{Manifest.Agreement}-transfer.zip";
}

/// <summary>Gives the bundle of a case out that was handed over: to leads, until the other side has confirmed. Each time is logged.</summary>
public sealed class TransferBundles(Records records, AccessLog log, DocumentVault vault)
{
    private const int AtOnce = 1000;

    public async ValueTask<Reply<TransferBundle>> Of(string reference, AccessRequest request, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayHandOver(request.By))
        {
            return CaseworkRefusal.NotForRole();
        }

        return await records.Find(reference, cancellation) is not { } state ? CaseworkRefusal.Unknown()
            : state.HandedOver is not { IsConfirmed: false } handed ? CaseworkRefusal.NoBundle()
            : await Make(state, handed, cancellation);
    }

    /// <summary>Writes the zip. If a paper turns out to be damaged on the way, it throws, and what was written is no zip that opens.</summary>
    /// <exception cref="CryptographicException">A paper is not what was added.</exception>
    public async ValueTask Write(TransferBundle bundle, AccessRequest request, Stream to, CancellationToken cancellation = default)
    {
        var reference = bundle.Manifest.Agreement;
        await log.Record(new AgreementId(reference), request.By, request.At, $"Handed over to {bundle.Manifest.To}.", $"bundle for the transfer, code {bundle.Code}", cancellation);
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        await Add(TransferManifest.FileName, new MemoryStream(bundle.Manifest.Write()));
        await Add(TransferManifest.EventsFile, new MemoryStream(bundle.Events));
        foreach (var paper in bundle.Papers)
        {
            await using var content = await vault.Open(new DocumentKey(reference, paper.Id), cancellation) ?? throw new CryptographicException("The file of a paper is missing.");
            await Add(TransferManifest.PapersFolder + paper.Id, content);
        }

        async ValueTask Add(string name, Stream content)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = bundle.Manifest.At.ToDateTimeOffset();
            await using var file = await entry.OpenAsync(cancellation);
            await content.CopyToAsync(file, cancellation);
        }
    }

    private async ValueTask<Reply<TransferBundle>> Make(AgreementState state, HandOver handed, CancellationToken cancellation)
    {
        var rows = new List<TableRow>(handed.Event);
        for (var from = 1; from <= handed.Event; from += AtOnce)
        {
            rows.AddRange(await records.EventRows(state.Id, from, Math.Min(from + AtOnce - 1, handed.Event), cancellation));
        }

        var papers = state.Documents.Where(paper => !paper.Removed).ToArray();
        foreach (var paper in papers)
        {
            if (await vault.Fault(state.Id.Value, paper, cancellation) is not null)
            {
                return CaseworkRefusal.UnreadableDocument();
            }
        }

        var events = Lines(rows);
        var manifest = new TransferManifest(
            TransferManifest.FormatName,
            TransferManifest.Current,
            state.Id.Value,
            records.Rulebook.Programme.Name,
            handed.Organisation,
            handed.At,
            state.Scheme.Name,
            state.Scheme.Version,
            rows.Count,
            rows[^1].Text("hash"),
            [
                new TransferFile(TransferManifest.EventsFile, events.Length, Convert.ToHexStringLower(SHA256.HashData(events))),
                .. papers.Select(paper => new TransferFile(TransferManifest.PapersFolder + paper.Id, paper.Size, paper.Sha256)),
            ]);
        return new TransferBundle(manifest, events, papers);
    }

    /// <summary>One line of JSON for each event. Data and meta are copied as they are stored: their hashes are of their bytes.</summary>
    private static byte[] Lines(IEnumerable<TableRow> rows)
    {
        using var bytes = new MemoryStream();
        foreach (var row in rows)
        {
            using (var line = new Utf8JsonWriter(bytes))
            {
                line.WriteStartObject();
                line.WriteString("name", row.Text("name"));
                line.WriteNumber("version", row.Number("version"));
                line.WritePropertyName("data");
                line.WriteRawValue(row.Json("data"), skipInputValidation: true);
                line.WritePropertyName("meta");
                line.WriteRawValue(row.Json("meta"), skipInputValidation: true);
                if (row.TextOrNull("reason") is { } reason)
                {
                    line.WriteString("reason", reason);
                }

                line.WriteString("dataHash", row.Text("dataHash"));
                line.WriteString("hash", row.Text("hash"));
                line.WriteEndObject();
            }

            bytes.WriteByte((byte)'\n');
        }

        return bytes.ToArray();
    }
}
