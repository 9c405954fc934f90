/// The programmes of a sample: codes in the form each school gives them, as they stand in public
/// admission notices of 2025; quotas and floors are made up.
enum SampleProgrammeList {
  static let entries: [SampleProgramme] =
    school(
      SampleSchool.bka, floor: 4695,
      [
        ("IT1", "Khoa học máy tính", .computing, 60), ("IT2", "Kỹ thuật máy tính", .computing, 40),
        ("IT-E10", "Khoa học dữ liệu và Trí tuệ nhân tạo", .computing, 45),
        ("MI1", "Toán - Tin", .computing, 22), ("EE1", "Kỹ thuật điện", .electrical, 30),
        ("EE2", "Kỹ thuật điều khiển và tự động hóa", .electrical, 50),
        ("ET1", "Kỹ thuật điện tử - viễn thông", .electrical, 40),
        ("ME1", "Kỹ thuật cơ điện tử", .mechanical, 36),
        ("ME-E1", "Kỹ thuật cơ điện tử (chương trình tiên tiến)", .mechanical, 14),
        ("TE1", "Kỹ thuật ô tô", .mechanical, 24),
        ("MS2", "Kỹ thuật vi điện tử và công nghệ nano", .electrical, 18),
        ("CH1", "Kỹ thuật hóa học", .chemistry, 26), ("BF1", "Kỹ thuật sinh học", .chemistry, 14),
        ("EM1", "Quản lý năng lượng", .economics, 12),
        ("TROY-BA", "Quản trị kinh doanh (hợp tác với Đại học Troy)", .economics, 8),
      ])
    + school(
      SampleSchool.qsb, floor: 5000,
      [
        ("106", "Khoa học máy tính", .computing, 20), ("107", "Kỹ thuật máy tính", .computing, 12),
        ("108", "Điện - Điện tử - Viễn thông - Tự động hóa", .electrical, 16),
        ("109", "Kỹ thuật cơ khí", .mechanical, 12),
        ("114", "Hóa - Thực phẩm - Sinh học", .chemistry, 10),
        ("115", "Kỹ thuật xây dựng", .civil, 10),
      ])
    + school(
      SampleSchool.ddk, floor: 1800,
      [
        ("7480201", "Công nghệ thông tin", .computing, 24),
        ("7480201A", "Công nghệ thông tin (ngoại ngữ Nhật)", .computing, 10),
        ("7520103", "Kỹ thuật cơ khí", .mechanical, 12),
        ("7520201", "Kỹ thuật điện", .electrical, 12),
        ("7520207", "Kỹ thuật điện tử - viễn thông", .electrical, 12),
        ("7520216", "Kỹ thuật điều khiển và tự động hóa", .electrical, 14),
        ("7520301", "Kỹ thuật hóa học", .chemistry, 6), ("7580201", "Kỹ thuật xây dựng", .civil, 8),
      ])
    + school(
      SampleSchool.gha, floor: 1900,
      [
        ("7480101", "Khoa học máy tính", .computing, 20),
        ("7480201", "Công nghệ thông tin", .computing, 26),
        ("7510605", "Logistics và quản lý chuỗi cung ứng", .economics, 18),
        ("7520103", "Kỹ thuật cơ khí", .mechanical, 14),
        ("7520130", "Kỹ thuật ô tô", .mechanical, 16),
        ("7520207", "Kỹ thuật điện tử - viễn thông", .electrical, 16),
        ("7520216", "Kỹ thuật điều khiển và tự động hóa", .electrical, 18),
        ("7580205", "Kỹ thuật xây dựng công trình giao thông", .civil, 18),
        ("7840101", "Khai thác vận tải", .economics, 8),
      ])
    + school(
      SampleSchool.mda, floor: 1700,
      [
        ("7480201", "Công nghệ thông tin", .computing, 16),
        ("7520103", "Kỹ thuật cơ khí", .mechanical, 8),
        ("7520216", "Kỹ thuật điều khiển và tự động hóa", .electrical, 12),
        ("7520501", "Kỹ thuật địa chất", .civil, 5),
        ("7520503", "Kỹ thuật trắc địa - bản đồ", .civil, 6),
        ("7520601", "Kỹ thuật mỏ", .civil, 5), ("7520604", "Kỹ thuật dầu khí", .chemistry, 8),
      ])
    + school(
      SampleSchool.tla, floor: 1700,
      [
        ("TLA101", "Kỹ thuật xây dựng công trình thủy", .civil, 8),
        ("TLA105", "Kỹ thuật cơ khí", .mechanical, 12),
        ("TLA106", "Công nghệ thông tin", .computing, 24),
        ("TLA112", "Kỹ thuật điện", .electrical, 12),
        ("TLA121", "Kỹ thuật điều khiển và tự động hóa", .electrical, 14),
        ("TLA126", "Kỹ thuật phần mềm", .computing, 18), ("TLA203", "Ngôn ngữ Anh", .economics, 6),
        ("TLA401", "Kinh tế", .economics, 10),
      ])
    + school(
      SampleSchool.xda, floor: 1750,
      [
        ("7480101", "Khoa học máy tính", .computing, 14),
        ("7480201", "Công nghệ thông tin", .computing, 20),
        ("7520103", "Kỹ thuật cơ khí", .mechanical, 8), ("7580101", "Kiến trúc", .civil, 8),
        ("7580201", "Kỹ thuật xây dựng", .civil, 18), ("7580205", "Kỹ thuật cầu đường", .civil, 8),
        ("7580213", "Kỹ thuật cấp thoát nước", .civil, 5),
        ("7580302", "Quản lý xây dựng", .economics, 10),
      ])

  private static func school(
    _ school: Int, floor: Int, _ list: [(String, String, SampleProgramme.Field, Int)]
  ) -> [SampleProgramme] {
    list.map { code, name, field, appeal in
      // The most wanted programmes also ask for a little more.
      let more = school == SampleSchool.tla ? (appeal > 15 ? 100 : 0) : appeal / 20 * 50
      return SampleProgramme(
        school: school, code: code, name: name, field: field, appeal: appeal, quota: 0,
        floor: floor + more)
    }
  }
}
