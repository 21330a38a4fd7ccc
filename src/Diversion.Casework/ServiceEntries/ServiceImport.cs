using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Csv;
using Diversion.Casework.Programmes;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Services;
using NodaTime;

namespace Diversion.Casework.ServiceEntries;

/// <summary>
/// Imports a file of services. Rows that can be taken are kept, the others are reported; the same file again changes nothing.
/// A service that the file leaves out stays as it is.
/// </summary>
public sealed class ServiceImport(ServiceService services, Rulebook rulebook)
{
    /// <summary>Stored with every event that an import records.</summary>
    public const string Reason = "Imported from a file of services.";

    /// <exception cref="StorageUnavailableException">The store failed; rows that were taken stay.</exception>
    public async Task<Reply<ServiceImportReport>> Run(string csv, Actor by, Instant now, CancellationToken cancellation = default)
    {
        if (!AccessPolicy.MayImportServices(by))
        {
            return CaseworkRefusal.NotForRole();
        }

        var read = ServiceFile.Read(csv, rulebook.Schemes.Vocabulary);
        return read is Reply<ServiceFile>.Given { Value: var file }
            ? new Reply<ServiceImportReport>.Given(await Run(file, by, now, null, cancellation))
            : ((Reply<ServiceFile>.Refused)read).Refusal;
    }

    /// <param name="by">Somebody who may import.</param>
    /// <param name="rowDone">Called after every row.</param>
    public async Task<ServiceImportReport> Run(ServiceFile file, Actor by, Instant now, Action? rowDone = null, CancellationToken cancellation = default)
    {
        var (added, changed, present) = (0, 0, 0);
        var rejected = new List<RejectedService>();
        foreach (var row in file.Rows)
        {
            var (did, refusal) = row.Faults.Count > 0 ? (Did.Nothing, null) : await Take(row, by, now, cancellation);
            if (row.Faults.Count > 0 || refusal is not null)
            {
                rejected.Add(new RejectedService(row.Line, row.Cells, refusal is null ? row.Faults : [new RowFault(row.Line, null, refusal.Message)]));
            }
            else
            {
                added += did == Did.Added ? 1 : 0;
                changed += did == Did.Changed ? 1 : 0;
                present += did == Did.Nothing ? 1 : 0;
            }

            rowDone?.Invoke();
        }

        return new(file.Rows.Count, added, changed, present, rejected, [.. file.Unknown]);
    }

    private enum Did
    {
        Nothing,
        Changed,
        Added,
    }

    /// <summary>All that a row says in one transaction: it is taken whole or not at all.</summary>
    private async Task<(Did Did, Refusal? Refusal)> Take(ServiceFileRow row, Actor by, Instant now, CancellationToken cancellation)
    {
        var before = await services.Find(row.Id, cancellation);
        var commands = new List<ServiceCommand>();
        if (before is { IsClosed: true } && row.Active)
        {
            commands.Add(new ServiceCommand.ReopenService());
        }

        commands.Add(before is null ? new ServiceCommand.AddService(row.Entry) : new ServiceCommand.ChangeService(row.Entry));

        // A file says nothing of where the paper is kept.
        if (row.Partnership is { } partnership && partnership != (before?.Partnership is { } known ? known with { Reference = null } : null))
        {
            commands.Add(new ServiceCommand.RecordPartnership(partnership with { Reference = before?.Partnership?.Reference }));
        }

        if (!row.Active && before is not { IsClosed: true })
        {
            commands.Add(new ServiceCommand.CloseService());
        }

        return await services.Execute(row.Id, [.. commands.Select(command => command with { By = by, At = now, Reason = Reason })], null, cancellation) switch
        {
            Outcome<ServiceState>.Accepted => (before is null ? Did.Added : Did.Changed, null),
            Outcome<ServiceState>.Unchanged => (Did.Nothing, null),
            Outcome<ServiceState>.Refused { Refusal: var refusal } => (Did.Nothing, refusal),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}."),
        };
    }
}
