using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Documents;
using Diversion.Casework.Record;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;

namespace Diversion.Casework.Papers;

/// <summary>The file of a case with its papers, before it is given out as a zip.</summary>
/// <param name="Events">How many events the case had.</param>
/// <param name="Chain">The hash of the last of them.</param>
/// <param name="Reason">Why it is given out, for the log.</param>
public sealed record CaseFileBundle(CaseFile File, int Events, string Chain, string Reason)
{
    /// <summary>The name of the document in the zip.</summary>
    public string Page => File.Kind == CaseFileKind.Breach ? "breach-file.html" : "completion-file.html";

    public string FileName => $"{File.Agreement}-{System.IO.Path.ChangeExtension(Page, "zip")}";

    /// <summary>The name of a paper in the zip: its place in the list, what it is, and the ending of what it is.</summary>
    public static string NameOf(CaseFile file, DocumentView paper) =>
        $"papers/{file.Papers.ToList().IndexOf(paper) + 1:D2}-{DocumentWords.Of(paper.Kind).Replace(' ', '-')}.{DocumentWords.Ending(paper.Format)}";

    /// <param name="page">The document as a web page that needs nothing else.</param>
    public CaseFileManifest ManifestOf(ReadOnlySpan<byte> page) => new(
        File.Agreement,
        File.MadeAt,
        Events,
        Chain,
        [new ManifestFile(Page, CaseFileManifest.HashOf(page)), .. File.Papers.Select(paper => new ManifestFile(NameOf(File, paper), paper.Sha256))]);
}

/// <summary>Gives the file of a case out as a zip. Logged before anything is sent, on one's own case too.</summary>
public sealed class CaseFileBundles(CaseFileQuery files, Records records, AccessLog log, DocumentVault vault)
{
    public async ValueTask<Reply<CaseFileBundle>> Of(string reference, AccessRequest request, CancellationToken cancellation = default)
    {
        var reply = await files.Seen(reference, request, "zip of the case", cancellation);
        if (reply is not Reply<Seen>.Given { Value: var seen })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        if (CaseFileQuery.KindOf(seen.State.Status) is not { } kind)
        {
            return CaseFileQuery.NotMade(CaseFileKind.Breach);
        }

        var file = await files.Compile(kind, seen, request, cancellation);
        foreach (var document in seen.State.Documents.Where(document => file.Papers.Any(paper => paper.Id == document.Id)))
        {
            if (await vault.Fault(file.Agreement, document, cancellation) is not null)
            {
                return CaseworkRefusal.UnreadableDocument();
            }
        }

        var last = (await records.EventRows(seen.State.Id, seen.State.Version, seen.State.Version, cancellation))[0];
        return new CaseFileBundle(
            file,
            seen.State.Version,
            last.Text("hash"),
            seen.RecordVisibility.NeedsReason ? RecordAccess.ReasonOf(request) ?? seen.RecordVisibility.KnownReason! : DocumentQuery.OnTheCase);
    }

    /// <summary>What the log says of a zip: its manifest's hash is what a zip is checked against later.</summary>
    internal static string Logged(string manifestHash) => $"zip of the case, manifest {manifestHash}";

    /// <summary>
    /// Writes the zip. If a paper has been damaged since it was checked, it throws, and what was written is no zip that opens.
    /// </summary>
    /// <exception cref="CryptographicException">A paper is not what was added.</exception>
    public async ValueTask Write(CaseFileBundle bundle, byte[] page, AccessRequest request, Stream to, CancellationToken cancellation = default)
    {
        var file = bundle.File;
        var manifest = Encoding.UTF8.GetBytes(bundle.ManifestOf(page).Write(file.Kind, request.By));
        await log.Record(
            new AgreementId(file.Agreement), request.By, file.MadeAt, bundle.Reason, Logged(CaseFileManifest.HashOf(manifest)), cancellation);

        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation);
        await Add(CaseFileManifest.Name, manifest);
        await Add(bundle.Page, page);
        foreach (var paper in file.Papers)
        {
            await using var content = await vault.Open(new DocumentKey(file.Agreement, paper.Id), cancellation) ?? throw new CryptographicException("The file of a paper is missing.");
            await using var entry = await Entry(CaseFileBundle.NameOf(file, paper), CompressionLevel.NoCompression);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[64 * 1024];
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await entry.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != paper.Sha256)
            {
                throw new CryptographicException("The file of a paper is not the one that was added.");
            }
        }

        async ValueTask Add(string name, byte[] content)
        {
            await using var entry = await Entry(name, CompressionLevel.Optimal);
            await entry.WriteAsync(content, cancellation);
        }

        async ValueTask<Stream> Entry(string name, CompressionLevel level)
        {
            var entry = zip.CreateEntry(name, level);
            entry.LastWriteTime = file.MadeAt.ToDateTimeOffset();
            return await entry.OpenAsync(cancellation);
        }
    }
}
