using System.Security.Cryptography;
using Diversion.Casework.Documents.Sealing;
using Diversion.Local.Faults;
using Diversion.Local.Storage;

namespace Diversion.Local.Backups;

/// <summary>
/// The key of encrypted backups: a file of 32 random bytes, kept apart from the data folder and from the backups.
/// </summary>
internal sealed class BackupKey
{
    private const int Bytes = 32;

    private readonly byte[] secret;

    public BackupKey(byte[] secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, Bytes, nameof(secret));
        this.secret = secret;
    }

    /// <summary>Tells keys apart without telling anything about them; 16 bytes.</summary>
    public byte[] Fingerprint => Derived("diversion backup fingerprint 1"u8, 16);

    public IDataKeys Wrapping => new WrappingKey(Derived("diversion backup 1"u8, WrappingKey.Bytes));

    /// <exception cref="CannotGoOnException">There is none, others may read it, or it is no key.</exception>
    public static BackupKey Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"There is no key file {path}. Check the path; `diversion backup --new-key FILE` makes a new key.");
        }

        OwnerOnly.Require(path, ExitCodes.WrongUsage);
        var content = File.ReadAllBytes(path);
        return content.Length == Bytes
            ? new BackupKey(content)
            : throw new CannotGoOnException(ExitCodes.WrongUsage, $"{path} is not a key of backups: it does not have {Bytes} bytes. Name the file that `--new-key` made.");
    }

    /// <exception cref="CannotGoOnException">The file exists: backups made with it would be lost.</exception>
    public static BackupKey Make(string path)
    {
        if (File.Exists(path))
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"{path} exists. To use it, name it with --key; to make another key, name a new file.");
        }

        var made = RandomNumberGenerator.GetBytes(Bytes);
        using var file = OwnerOnly.Create(path, options: FileOptions.None);
        file.Write(made);
        file.Flush(flushToDisk: true);
        return new BackupKey(made);
    }

    private byte[] Derived(ReadOnlySpan<byte> purpose, int length) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, length, info: purpose.ToArray());
}
